package com.example.frameworks;

/** Another thread. */
final class Later {

  private Later() {}

  static void run(Runnable task) {
    Thread thread = new Thread(task, "later");
    thread.setDaemon(true);
    thread.start();
  }
}
