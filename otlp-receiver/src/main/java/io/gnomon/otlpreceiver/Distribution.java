package io.gnomon.otlpreceiver;

import io.opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint.Buckets;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one or more histogram points say: how many values, their sum, and how many in each bucket.
 * Immutable.
 *
 * @param count how many values
 * @param sum of the values; NaN if a point had none
 * @param min the smallest value; NaN if no point had it
 * @param max the largest value; NaN if no point had it
 * @param buckets sorted by their upper bounds
 */
public record Distribution(long count, double sum, double min, double max, List<Bucket> buckets) {

  /** No values at all. */
  public static final Distribution EMPTY =
      new Distribution(0, 0, Double.NaN, Double.NaN, List.of());

  /**
   * How many values lie in (lower, upper].
   *
   * @param lower exclusive
   * @param upper inclusive; infinite in the last explicit bucket
   * @param count how many
   */
  public record Bucket(double lower, double upper, long count) {}

  private record Bounds(double lower, double upper) {}

  static Distribution of(ExponentialHistogramDataPoint point) {
    List<Bucket> buckets = new ArrayList<>();
    double base = Math.pow(2, Math.pow(2, -point.getScale()));
    addExponential(point.getPositive(), base, 1, buckets);
    addExponential(point.getNegative(), base, -1, buckets);
    if (point.getZeroCount() > 0) {
      double zero = point.getZeroThreshold();
      buckets.add(new Bucket(-zero, zero, point.getZeroCount()));
    }
    return new Distribution(
        point.getCount(),
        point.hasSum() ? point.getSum() : Double.NaN,
        point.hasMin() ? point.getMin() : Double.NaN,
        point.hasMax() ? point.getMax() : Double.NaN,
        sorted(buckets));
  }

  private static void addExponential(Buckets from, double base, int sign, List<Bucket> to) {
    for (int i = 0; i < from.getBucketCountsCount(); i++) {
      long count = from.getBucketCounts(i);
      if (count > 0) {
        double near = sign * Math.pow(base, from.getOffset() + i);
        double far = sign * Math.pow(base, from.getOffset() + i + 1.0);
        to.add(new Bucket(Math.min(near, far), Math.max(near, far), count));
      }
    }
  }

  static Distribution of(HistogramDataPoint point) {
    List<Bucket> buckets = new ArrayList<>();
    for (int i = 0; i < point.getBucketCountsCount(); i++) {
      long count = point.getBucketCounts(i);
      if (count > 0) {
        double lower = i == 0 ? Double.NEGATIVE_INFINITY : point.getExplicitBounds(i - 1);
        boolean last = i == point.getExplicitBoundsCount();
        double upper = last ? Double.POSITIVE_INFINITY : point.getExplicitBounds(i);
        buckets.add(new Bucket(lower, upper, count));
      }
    }
    return new Distribution(
        point.getCount(),
        point.hasSum() ? point.getSum() : Double.NaN,
        point.hasMin() ? point.getMin() : Double.NaN,
        point.hasMax() ? point.getMax() : Double.NaN,
        sorted(buckets));
  }

  private static List<Bucket> sorted(List<Bucket> buckets) {
    buckets.sort(Comparator.comparingDouble(Bucket::upper));
    return List.copyOf(buckets);
  }

  /**
   * Both together. Buckets with equal bounds are added up; those of another scale stay beside them.
   *
   * @param other the other one
   * @return the union
   */
  public Distribution plus(Distribution other) {
    Map<Bounds, Long> counts =
        new TreeMap<>(Comparator.comparingDouble(Bounds::upper).thenComparingDouble(Bounds::lower));
    for (List<Bucket> each : List.of(buckets, other.buckets)) {
      for (Bucket bucket : each) {
        counts.merge(new Bounds(bucket.lower, bucket.upper), bucket.count, Long::sum);
      }
    }
    List<Bucket> merged = new ArrayList<>();
    counts.forEach((bounds, n) -> merged.add(new Bucket(bounds.lower, bounds.upper, n)));
    return new Distribution(
        count + other.count,
        sum + other.sum,
        Double.isNaN(min) || other.min < min ? other.min : min,
        Double.isNaN(max) || other.max > max ? other.max : max,
        List.copyOf(merged));
  }

  /**
   * The value below which a share of the values lies, as a backend reads it: the bucket that holds
   * the rank is found by adding up the counts, and inside it values are taken as spread evenly. A
   * bucket without a bound is cut at {@link #min} or {@link #max}, and nothing outside of these two
   * is ever given.
   *
   * @param share from 0 to 1
   * @return the value; NaN if there are none
   */
  public double quantile(double share) {
    double rank = share * count;
    long below = 0;
    for (Bucket bucket : buckets) {
      if (below + bucket.count >= rank) {
        return within(bucket, (rank - below) / bucket.count);
      }
      below += bucket.count;
    }
    return max;
  }

  private double within(Bucket bucket, double share) {
    double lower = Double.isNaN(min) ? bucket.lower : Math.max(bucket.lower, min);
    double upper = Double.isNaN(max) ? bucket.upper : Math.min(bucket.upper, max);
    if (Double.isInfinite(upper)) {
      return lower;
    }
    return Double.isInfinite(lower) ? upper : lower + share * (upper - lower);
  }
}
