package io.gnomon.core.metrics;

/** What the values of a histogram can be, and how finely they are told apart. */
enum ValueRange {
  /**
   * Durations from a microsecond, of which HdrHistogram makes 512 ns, the next lower power of two,
   * to an hour; a second is 1e9.
   */
  NANOS(1_000, 3_600_000_000_000L, 1e9),

  /** Whole numbers, told apart from 1 on, up to what a body of a tebibyte has in bytes. */
  COUNTS(1, 1L << 40, 1);

  final long lowestDiscernible;

  /** Larger values count in the last bucket; sum and maximum stay exact. */
  final long highestTrackable;

  /** How many of what is recorded make one of the unit on the wire. */
  final double perUnit;

  ValueRange(long lowestDiscernible, long highestTrackable, double perUnit) {
    this.lowestDiscernible = lowestDiscernible;
    this.highestTrackable = highestTrackable;
    this.perUnit = perUnit;
  }
}
