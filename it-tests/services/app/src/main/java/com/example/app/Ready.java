package com.example.app;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Tells whoever started the service where it listens. */
final class Ready {

  static final String HOST = "127.0.0.1";
  static final int FAILING_STATUS = 503;
  static final String ERROR_PAGE = "/on-error";

  private Ready() {}

  /** The context path: {@code app.context}, empty for the root. */
  static String contextPath() {
    return System.getProperty("app.context", "");
  }

  /**
   * The threads that the container is to use: an executor of virtual threads if {@code app.virtual}
   * is set, else null for the container's own.
   */
  static ExecutorService threads() {
    if (!Boolean.getBoolean("app.virtual")) {
      return null;
    }
    try {
      return (ExecutorService)
          Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    } catch (ReflectiveOperationException tooOld) {
      throw new IllegalStateException(tooOld);
    }
  }

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
