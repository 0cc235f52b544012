package com.example.app;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;

/** Completes what it is given on a thread of its own that works for no request. */
final class Outsider implements Runnable {

  private final BlockingQueue<CompletableFuture<Object>> given = new LinkedBlockingQueue<>();

  Outsider() {
    Thread thread = new Thread(this, "app-outsider");
    thread.setDaemon(true);
    thread.start();
  }

  void complete(CompletableFuture<Object> future) {
    given.add(future);
  }

  @Override
  public void run() {
    try {
      while (true) {
        given.take().complete("");
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }
}
