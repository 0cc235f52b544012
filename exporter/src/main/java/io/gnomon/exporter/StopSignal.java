package io.gnomon.exporter;

import io.gnomon.exporter.sender.Pause;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Tells the export thread to come to an end, and by when. Any thread may stop; the export thread
 * waits here, so that it wakes at once.
 */
final class StopSignal implements Pause {

  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile long deadlineNanos;

  /** Begins shutdown; a second call changes nothing. */
  synchronized void stop(long timeoutNanos) {
    if (!isStopped()) {
      deadlineNanos = System.nanoTime() + timeoutNanos;
      stopped.countDown();
    }
  }

  boolean isStopped() {
    return stopped.getCount() == 0;
  }

  @Override
  public boolean pause(long nanos) {
    try {
      return !stopped.await(nanos, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      return !isStopped();
    }
  }

  @Override
  public long remaining(long nanos) {
    return isStopped() ? Math.min(nanos, deadlineNanos - System.nanoTime()) : nanos;
  }
}
