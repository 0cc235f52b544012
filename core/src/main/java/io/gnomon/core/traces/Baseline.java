package io.gnomon.core.traces;

/**
 * The share of all traces that is kept whatever becomes of them. Decided as OpenTelemetry's
 * consistent probability sampling has it, by the lowest 56 bits of the trace's id, so that every
 * service of a trace with the same share decides alike, and one with a larger share keeps all that
 * one with a smaller share keeps. Immutable, any thread.
 */
final class Baseline {

  private static final int RANDOM_BITS = 56;
  private static final long RANDOM_MASK = (1L << RANDOM_BITS) - 1;
  private static final double BILLIONTHS = 1e9;

  /** What is below it is not kept. */
  private final long threshold;

  /**
   * A share.
   *
   * @param billionths 0 for none, 1e9 for all
   */
  Baseline(long billionths) {
    this.threshold = Math.round((BILLIONTHS - billionths) / BILLIONTHS * (1L << RANDOM_BITS));
  }

  /** Whether the trace with this lower half of an id is kept. */
  boolean keeps(long traceLow) {
    return (traceLow & RANDOM_MASK) >= threshold;
  }
}
