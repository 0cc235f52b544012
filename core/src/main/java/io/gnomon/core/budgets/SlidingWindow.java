package io.gnomon.core.budgets;

import org.jspecify.annotations.Nullable;

/**
 * How much a sum that only grows has grown within a window: the sums at the last turns of a slice
 * are kept, so nothing is ever cleared and nothing counts twice or not at all. Not thread-safe: for
 * who judges.
 *
 * <p>The window is never shorter than asked for, and longer by less than a slice and the time
 * between two looks: what was not seen before a turn counts as of after it.
 */
final class SlidingWindow {

  /** How many slices a window has at least. */
  static final int MIN_SLICES = 10;

  /** How many slices a window has at most. */
  static final int MAX_SLICES = 60;

  private static final long MINUTE_NANOS = 60_000_000_000L;

  private final long sliceNanos;
  private final long[] sums;
  private final @Nullable WorstRequest[] worst;
  private int current;
  private long turnNanos;
  private long lastSum;

  /**
   * Of a sum that is 0.
   *
   * @param windowNanos how far it reaches
   * @param nowNanos monotonic
   */
  SlidingWindow(long windowNanos, long nowNanos) {
    int slices = (int) Math.max(MIN_SLICES, Math.min(MAX_SLICES, windowNanos / MINUTE_NANOS));
    this.sliceNanos = (windowNanos + slices - 1) / slices;
    this.sums = new long[slices + 1];
    this.worst = new @Nullable WorstRequest[slices + 1];
    this.turnNanos = nowNanos;
  }

  /** How long a slice is. */
  long sliceNanos() {
    return sliceNanos;
  }

  /** Whether it is time for the next slice. */
  boolean isDue(long nowNanos) {
    return nowNanos - turnNanos >= sliceNanos;
  }

  /**
   * Ends the slice, and those that passed since.
   *
   * @param worstOfSlice the worst request of the slice that ends, or null if none was over
   */
  void turn(long nowNanos, @Nullable WorstRequest worstOfSlice) {
    worst[current] = worstOfSlice;
    long passed = (nowNanos - turnNanos) / sliceNanos;
    turnNanos += passed * sliceNanos;
    for (long i = Math.min(passed, sums.length); i > 0; i--) {
      current = (current + 1) % sums.length;
      sums[current] = lastSum;
      worst[current] = null;
    }
  }

  /**
   * How much of the sum is new within the window.
   *
   * @param sum now
   */
  long grown(long sum) {
    lastSum = sum;
    return sum - sums[(current + 1) % sums.length];
  }

  /** The worst request of the slices that have ended, by size; null if none was over. */
  @Nullable WorstRequest worst(Rule rule) {
    WorstRequest found = null;
    for (WorstRequest each : worst) {
      found = rule.worse(found, each);
    }
    return found;
  }
}
