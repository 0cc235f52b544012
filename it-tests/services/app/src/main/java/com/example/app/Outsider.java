package com.example.app;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Runs what it is given on a thread of its own that works for no request. */
final class Outsider implements Runnable {

  private final BlockingQueue<Runnable> given = new LinkedBlockingQueue<>();

  Outsider() {
    Thread thread = new Thread(this, "app-outsider");
    thread.setDaemon(true);
    thread.start();
  }

  void execute(Runnable task) {
    given.add(task);
  }

  @Override
  public void run() {
    try {
      while (true) {
        given.take().run();
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }
}
