package io.gnomon.core.clock;

/**
 * The wall clock of the JVM tells milliseconds on Java 8, without making an object on any. Within
 * the millisecond that it tells, the monotonic clock goes on; where both disagree, the wall clock
 * is right and the distance between them is put right.
 */
final class SystemClock implements Clock {

  private static final long NANOS_PER_MILLI = 1_000_000L;

  /** From monotonic to wall-clock time; what a race loses is found out again. */
  private volatile long offsetNanos = epochMillis() - System.nanoTime();

  @Override
  public long nanoTime() {
    return System.nanoTime();
  }

  @Override
  public long epochNanos() {
    long offset = offsetNanos;
    long nanos = System.nanoTime() + offset;
    long least = epochMillis();
    if (nanos >= least && nanos - least < NANOS_PER_MILLI) {
      return nanos;
    }
    long nearest = nanos < least ? least : least + NANOS_PER_MILLI - 1;
    offsetNanos = offset + nearest - nanos;
    return nearest;
  }

  private static long epochMillis() {
    return System.currentTimeMillis() * NANOS_PER_MILLI;
  }
}
