package io.gnomon.exporter.data;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.metrics.data.ExponentialHistogramPointData;

/**
 * Values as a point of an OTLP exponential histogram, in the unit on the wire: the finest scale, at
 * most {@link ExponentialIndex#MAX_SCALE}, at which {@link #MAX_BUCKETS} buckets span them. Count,
 * sum, minimum and maximum are exact; a bucket of ours goes by its middle.
 */
final class ExponentialPoints {

  /** How many buckets a point has at most, as OpenTelemetry's own default. */
  static final int MAX_BUCKETS = 160;

  /** How far a value may be from the middle of our own bucket. */
  static final double SOURCE_ERROR = 0.004;

  private ExponentialPoints() {}

  /**
   * How far a quantile may be from the true one, relative to it, when it is read as the geometric
   * middle of the bucket that it falls into; for durations of 128 us and more, below which half a
   * microsecond of our own resolution counts for more.
   *
   * @param scale of the point
   * @return 0.01 for 1%
   */
  static double relativeError(int scale) {
    double halfBucket = Math.pow(2, Math.pow(2, -scale) / 2);
    return halfBucket * (1 + SOURCE_ERROR) - 1;
  }

  static ExponentialHistogramPointData of(Values values, long epochNanos, Attributes attributes) {
    return of(values, shape(values), epochNanos, attributes);
  }

  /**
   * As the other, for who needs no more of the series' buckets than this: they are not read again
   * until it has a new value.
   */
  static ExponentialHistogramPointData remembered(
      Values values, long epochNanos, Attributes attributes) {
    Object known = values.converted();
    if (known instanceof ExponentialShape) {
      return of(values, (ExponentialShape) known, epochNanos, attributes);
    }
    ExponentialShape shape = shape(values);
    values.converted(shape);
    return of(values, shape, epochNanos, attributes);
  }

  private static ExponentialHistogramPointData of(
      Values values, ExponentialShape shape, long epochNanos, Attributes attributes) {
    int scale = shape.buckets.getScale();
    return ExponentialHistogramPointData.create(
        scale,
        values.inUnit(values.sum()),
        shape.zeros,
        values.min != Values.UNKNOWN,
        values.inUnit(values.min),
        values.max != Values.UNKNOWN,
        values.inUnit(values.max),
        shape.buckets,
        ExponentialBuckets.none(scale),
        values.startEpochNanos,
        epochNanos,
        attributes,
        Exemplars.of(values));
  }

  private static ExponentialShape shape(Values values) {
    int zeroBuckets = zeroBuckets(values);
    long zeros = zeroBuckets == 0 ? 0 : values.count(0);
    return new ExponentialShape(
        zeros, buckets(values, zeroBuckets, values.count() - zeros, scale(values, zeroBuckets)));
  }

  private static int zeroBuckets(Values values) {
    return values.buckets() > 0 && values.middle(0) <= 0 ? 1 : 0;
  }

  private static int scale(Values values, int first) {
    int length = values.buckets();
    int shift = 0;
    if (length > first) {
      int low = index(values, first);
      int high = index(values, length - 1);
      while ((high >> shift) - (low >> shift) >= MAX_BUCKETS) {
        shift++;
      }
    }
    return ExponentialIndex.MAX_SCALE - shift;
  }

  /** Our buckets ascend, so that only the first in each of the others is looked up. */
  private static ExponentialBuckets buckets(Values values, int first, long total, int scale) {
    int length = values.buckets();
    if (length == first) {
      return ExponentialBuckets.none(scale);
    }
    int shift = ExponentialIndex.MAX_SCALE - scale;
    int offset = index(values, first) >> shift;
    int last = index(values, length - 1) >> shift;
    long[] counts = new long[last - offset + 1];
    int bucket = offset;
    double bound = values.fromUnit(ExponentialIndex.upperBound(bucket, shift));
    for (int i = first; i < length; i++) {
      if (values.middle(i) > bound) {
        bucket = index(values, i) >> shift;
        bound = values.fromUnit(ExponentialIndex.upperBound(bucket, shift));
      }
      counts[bucket - offset] += values.count(i);
    }
    return new ExponentialBuckets(scale, offset, counts, total);
  }

  private static int index(Values values, int bucket) {
    return ExponentialIndex.of(values.inUnit(values.middle(bucket)));
  }

  /** What buckets come to. Immutable. */
  private static final class ExponentialShape {

    final long zeros;
    final ExponentialBuckets buckets;

    ExponentialShape(long zeros, ExponentialBuckets buckets) {
      this.zeros = zeros;
      this.buckets = buckets;
    }
  }
}
