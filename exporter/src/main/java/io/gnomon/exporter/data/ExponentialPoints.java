package io.gnomon.exporter.data;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.metrics.data.DoubleExemplarData;
import io.opentelemetry.sdk.metrics.data.ExponentialHistogramBuckets;
import io.opentelemetry.sdk.metrics.data.ExponentialHistogramPointData;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Durations as a point of an OTLP exponential histogram, in seconds: the finest scale, at most
 * {@link ExponentialIndex#MAX_SCALE}, at which {@link #MAX_BUCKETS} buckets span them. Count, sum,
 * minimum and maximum are exact; a bucket of ours goes by its middle.
 */
final class ExponentialPoints {

  /** How many buckets a point has at most, as OpenTelemetry's own default. */
  static final int MAX_BUCKETS = 160;

  /** How far a duration may be from the middle of our own bucket. */
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

  static ExponentialHistogramPointData of(
      Durations durations, long epochNanos, Attributes attributes) {
    int zeros = zeroBuckets(durations);
    int scale = scale(durations, zeros);
    return ExponentialHistogramPointData.create(
        scale,
        durations.sumNanos / Seconds.NANOS,
        zeros == 0 ? 0 : durations.counts[0],
        durations.minNanos != Durations.UNKNOWN,
        Seconds.of(durations.minNanos),
        durations.maxNanos != Durations.UNKNOWN,
        Seconds.of(durations.maxNanos),
        buckets(durations, zeros, scale),
        ExponentialHistogramBuckets.create(scale, 0, Collections.<Long>emptyList()),
        durations.startEpochNanos,
        epochNanos,
        attributes,
        Collections.<DoubleExemplarData>emptyList());
  }

  private static int zeroBuckets(Durations durations) {
    return durations.middlesNanos.length > 0 && durations.middlesNanos[0] <= 0 ? 1 : 0;
  }

  private static int scale(Durations durations, int first) {
    int length = durations.middlesNanos.length;
    int shift = 0;
    if (length > first) {
      int low = index(durations, first);
      int high = index(durations, length - 1);
      while ((high >> shift) - (low >> shift) >= MAX_BUCKETS) {
        shift++;
      }
    }
    return ExponentialIndex.MAX_SCALE - shift;
  }

  private static ExponentialHistogramBuckets buckets(Durations durations, int first, int scale) {
    int length = durations.middlesNanos.length;
    if (length == first) {
      return ExponentialHistogramBuckets.create(scale, 0, Collections.<Long>emptyList());
    }
    int shift = ExponentialIndex.MAX_SCALE - scale;
    int offset = index(durations, first) >> shift;
    int last = index(durations, length - 1) >> shift;
    long[] counts = new long[last - offset + 1];
    for (int i = first; i < length; i++) {
      counts[(index(durations, i) >> shift) - offset] += durations.counts[i];
    }
    List<Long> boxed = new ArrayList<>(counts.length);
    for (long count : counts) {
      boxed.add(count);
    }
    return ExponentialHistogramBuckets.create(scale, offset, boxed);
  }

  private static int index(Durations durations, int bucket) {
    return ExponentialIndex.of(Seconds.of(durations.middlesNanos[bucket]));
  }
}
