package io.gnomon.exporter.data;

/**
 * Maps a number to its bucket of a base-2 exponential histogram, as the OpenTelemetry data model
 * defines it: at scale s, bucket i holds (2^(i/2^s), 2^((i+1)/2^s)], upper bound included.
 *
 * <p>Indexes are computed at {@link #MAX_SCALE} by comparing the significand with a table of the
 * bounds within one octave, from the place that its first bits tell; powers of two, the only bounds
 * that a double can equal, fall where they belong by construction. A lower scale is the same index
 * shifted right, since each bucket is then the union of two.
 */
final class ExponentialIndex {

  /** The finest scale that is used: 64 buckets to the octave, 0.5% around a bucket's middle. */
  static final int MAX_SCALE = 6;

  private static final int PER_OCTAVE = 1 << MAX_SCALE;
  private static final double[] LOWER_BOUNDS = lowerBounds();

  /** By the first bits of a significand: the bucket of the smallest that begins so. */
  private static final int[] STARTS = starts();

  private static final int FIRST_BITS_SHIFT = 52 - MAX_SCALE;
  private static final long SIGNIFICAND_BITS = (1L << 52) - 1;
  private static final int BIAS = 1023;
  private static final long ONE_BITS = (long) BIAS << 52;

  private ExponentialIndex() {}

  /**
   * The bucket at {@link #MAX_SCALE}.
   *
   * @param value a positive, normal number
   * @return its index
   */
  static int of(double value) {
    long bits = Double.doubleToRawLongBits(value) & SIGNIFICAND_BITS;
    double significand = Double.longBitsToDouble(bits | ONE_BITS);
    int start = STARTS[(int) (bits >>> FIRST_BITS_SHIFT)];
    return Math.getExponent(value) * PER_OCTAVE + within(significand, start);
  }

  /**
   * The largest number that falls into a bucket.
   *
   * @param index of it
   * @param shift its scale is so much below {@link #MAX_SCALE}
   * @return the upper bound, which a double holds as exactly as {@link #of} compares with it
   */
  static double upperBound(int index, int shift) {
    int next = (index + 1) << shift;
    double power = Double.longBitsToDouble((long) ((next >> MAX_SCALE) + BIAS) << 52);
    return LOWER_BOUNDS[next & (PER_OCTAVE - 1)] * power;
  }

  /** The last bucket, from one on that is not behind it, whose lower bound is below. */
  private static int within(double significand, int start) {
    int bucket = start;
    while (bucket + 1 < PER_OCTAVE && LOWER_BOUNDS[bucket + 1] < significand) {
      bucket++;
    }
    return bucket;
  }

  private static int[] starts() {
    int[] starts = new int[PER_OCTAVE];
    for (int i = 0; i < PER_OCTAVE; i++) {
      starts[i] = within(1 + (double) i / PER_OCTAVE, -1);
    }
    return starts;
  }

  private static double[] lowerBounds() {
    double[] bounds = new double[PER_OCTAVE];
    for (int i = 0; i < PER_OCTAVE; i++) {
      bounds[i] = Math.pow(2, (double) i / PER_OCTAVE);
    }
    return bounds;
  }
}
