package com.example.app;

/** Tells whoever started the service where it listens. */
final class Ready {

  static final String HOST = "127.0.0.1";
  static final int FAILING_STATUS = 503;
  static final String ERROR_PAGE = "/on-error";

  private Ready() {}

  interface Stop {
    void run() throws Exception;
  }

  /** Says the port; stops the container in a hook of the JVM, as containers do. */
  static void at(int port, Stop stop) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  try {
                    stop.run();
                  } catch (Exception failure) {
                    System.err.println("the container did not stop: " + failure);
                  }
                },
                "app-stop"));
    System.out.println("PORT " + port);
  }
}
