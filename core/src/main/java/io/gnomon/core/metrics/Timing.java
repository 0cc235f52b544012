package io.gnomon.core.metrics;

/** One series of a duration histogram. */
public final class Timing {

  Timing() {}

  /**
   * Records a duration: lock-free and without allocation in steady state. A series that was let go
   * for being idle comes back, so a handle may be kept for ever.
   *
   * @param nanos the duration; below 0 counts as 0
   */
  public void record(long nanos) {
    throw new UnsupportedOperationException("contract only");
  }
}
