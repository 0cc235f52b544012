package com.example.app;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.servlet.AsyncContext;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** Requests that are all in flight until another one lets them go. */
final class HeldPages {

  private static final long PATIENCE_SECONDS = 10;

  private static final List<AsyncContext> HELD = new ArrayList<>();

  private HeldPages() {}

  static void hold(HttpServletRequest request, HttpServletResponse response) {
    AsyncContext async = request.startAsync();
    async.setTimeout(0);
    synchronized (HELD) {
      HELD.add(async);
      HELD.notifyAll();
    }
  }

  /** The caller holds the lock. */
  private static void awaitHeld(int expected) {
    long deadlineNanos = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    long leftMillis = 1;
    while (HELD.size() < expected && leftMillis > 0) {
      leftMillis = TimeUnit.NANOSECONDS.toMillis(deadlineNanos - System.nanoTime());
      try {
        HELD.wait(Math.max(1, leftMillis));
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /** Answers all that are held once there are {@code n}, and says how many they were. */
  static void release(HttpServletRequest request, HttpServletResponse response) throws IOException {
    int expected = Pages.number(request, "n", 0);
    List<AsyncContext> all;
    synchronized (HELD) {
      awaitHeld(expected);
      all = new ArrayList<>(HELD);
      HELD.clear();
    }
    for (AsyncContext each : all) {
      Pages.text((HttpServletResponse) each.getResponse(), "let go");
      each.complete();
    }
    Pages.text(response, String.valueOf(all.size()));
  }
}
