package com.example.app;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.servlet.AsyncEvent;
import javax.servlet.AsyncListener;

/**
 * Notices that the container ends an asynchronous request itself, as some do when the client is
 * gone. Who completes it after that may complete the next request of the same connection.
 */
final class EventsEnd implements AsyncListener {

  private static final long PATIENCE_SECONDS = 2;

  private final CountDownLatch reached = new CountDownLatch(1);

  boolean isReached() {
    return reached.getCount() == 0;
  }

  /** Waits for it a little. */
  boolean awaited() {
    try {
      return reached.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void onComplete(AsyncEvent event) {
    reached.countDown();
  }

  @Override
  public void onError(AsyncEvent event) {
    reached.countDown();
  }

  @Override
  public void onTimeout(AsyncEvent event) {
    reached.countDown();
  }

  @Override
  public void onStartAsync(AsyncEvent event) {}
}
