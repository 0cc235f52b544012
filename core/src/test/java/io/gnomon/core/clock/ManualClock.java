package io.gnomon.core.clock;

/** A clock that moves when a test says so. */
public final class ManualClock implements Clock {

  private volatile long nanos = 1_000;
  private volatile long epochNanos = 1_700_000_000_000_000_000L;

  /** Moves both clocks. */
  public synchronized void advance(long byNanos) {
    nanos += byNanos;
    epochNanos += byNanos;
  }

  @Override
  public long nanoTime() {
    return nanos;
  }

  @Override
  public long epochNanos() {
    return epochNanos;
  }
}
