package io.gnomon.core.clock;

/** Time, as the agent reads it. Implementations are safe for any thread and do not allocate. */
public interface Clock {

  /** The JVM's own clocks. */
  Clock SYSTEM = new SystemClock();

  /**
   * Monotonic time; only differences mean anything.
   *
   * @return nanoseconds
   */
  long nanoTime();

  /**
   * Wall clock time.
   *
   * @return nanoseconds since the epoch, with the precision of milliseconds
   */
  long epochNanos();
}
