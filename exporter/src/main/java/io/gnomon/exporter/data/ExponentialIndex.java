package io.gnomon.exporter.data;

/**
 * Maps a number to its bucket of a base-2 exponential histogram, as the OpenTelemetry data model
 * defines it: at scale s, bucket i holds (2^(i/2^s), 2^((i+1)/2^s)], upper bound included.
 *
 * <p>Indexes are computed at {@link #MAX_SCALE} by comparing the significand with a table of the
 * bounds within one octave; powers of two, the only bounds that a double can equal, fall where they
 * belong by construction. A lower scale is the same index shifted right, since each bucket is then
 * the union of two.
 */
final class ExponentialIndex {

  /** The finest scale that is used: 64 buckets to the octave, 0.5% around a bucket's middle. */
  static final int MAX_SCALE = 6;

  private static final int PER_OCTAVE = 1 << MAX_SCALE;
  private static final double[] LOWER_BOUNDS = lowerBounds();

  private ExponentialIndex() {}

  /**
   * The bucket at {@link #MAX_SCALE}.
   *
   * @param value a positive, normal number
   * @return its index
   */
  static int of(double value) {
    int exponent = Math.getExponent(value);
    double significand = value / Math.scalb(1.0, exponent);
    int low = -1;
    int high = PER_OCTAVE - 1;
    while (low < high) {
      int middle = (low + high + 1) >> 1;
      if (LOWER_BOUNDS[middle] < significand) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return exponent * PER_OCTAVE + low;
  }

  private static double[] lowerBounds() {
    double[] bounds = new double[PER_OCTAVE];
    for (int i = 0; i < PER_OCTAVE; i++) {
      bounds[i] = Math.pow(2, (double) i / PER_OCTAVE);
    }
    return bounds;
  }
}
