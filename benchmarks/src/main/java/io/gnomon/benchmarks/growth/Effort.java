package io.gnomon.benchmarks.growth;

/**
 * How long a child process takes.
 *
 * @param warmUpNanos before anything is measured
 * @param slices how often it is measured; the median counts
 * @param sliceNanos how long each time
 */
record Effort(long warmUpNanos, int slices, long sliceNanos) {

  private static final Effort QUICK = new Effort(200_000_000, 3, 50_000_000);
  private static final Effort FULL = new Effort(600_000_000, 9, 100_000_000);

  static Effort of(boolean quick) {
    return quick ? QUICK : FULL;
  }

  /** For a thread whose code is warm already. */
  Effort warm() {
    return new Effort(0, slices, sliceNanos);
  }
}
