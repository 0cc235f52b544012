package io.gnomon.core.clock;

final class SystemClock implements Clock {

  private static final long NANOS_PER_MILLI = 1_000_000L;

  @Override
  public long nanoTime() {
    return System.nanoTime();
  }

  @Override
  public long epochNanos() {
    return System.currentTimeMillis() * NANOS_PER_MILLI;
  }
}
