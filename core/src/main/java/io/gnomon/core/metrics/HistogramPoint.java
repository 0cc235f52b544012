package io.gnomon.core.metrics;

import io.gnomon.core.attributes.AttributeSet;

/**
 * One series of a duration histogram at one moment, cumulative since its start. Immutable; the
 * non-empty HdrHistogram buckets only.
 */
public final class HistogramPoint {

  private final AttributeSet attributes;
  private final long startEpochNanos;
  private final long count;
  private final long sumNanos;
  private final long minNanos;
  private final long maxNanos;
  private final long[] bucketNanos;
  private final long[] bucketCounts;

  HistogramPoint(
      AttributeSet attributes,
      long startEpochNanos,
      long count,
      long sumNanos,
      long minNanos,
      long maxNanos,
      long[] bucketNanos,
      long[] bucketCounts) {
    this.attributes = attributes;
    this.startEpochNanos = startEpochNanos;
    this.count = count;
    this.sumNanos = sumNanos;
    this.minNanos = minNanos;
    this.maxNanos = maxNanos;
    this.bucketNanos = bucketNanos;
    this.bucketCounts = bucketCounts;
  }

  /**
   * Which series.
   *
   * @return its attributes
   */
  public AttributeSet attributes() {
    return attributes;
  }

  /**
   * Since when it counts.
   *
   * @return nanoseconds since the epoch
   */
  public long startEpochNanos() {
    return startEpochNanos;
  }

  /**
   * How many durations.
   *
   * @return the sum of all bucket counts
   */
  public long count() {
    return count;
  }

  /**
   * The exact sum of the durations.
   *
   * @return nanoseconds
   */
  public long sumNanos() {
    return sumNanos;
  }

  /**
   * The exact smallest duration.
   *
   * @return nanoseconds
   */
  public long minNanos() {
    return minNanos;
  }

  /**
   * The exact largest duration.
   *
   * @return nanoseconds
   */
  public long maxNanos() {
    return maxNanos;
  }

  /**
   * How many buckets are not empty.
   *
   * @return the number
   */
  public int buckets() {
    return bucketNanos.length;
  }

  /**
   * The middle of a bucket: what its durations are taken for.
   *
   * @param index 0 to {@link #buckets()} - 1, ascending
   * @return nanoseconds, within 0.4% of every duration in the bucket (or 512 ns, if that is more)
   */
  public long bucketNanos(int index) {
    return bucketNanos[index];
  }

  /**
   * How many durations fell into a bucket.
   *
   * @param index 0 to {@link #buckets()} - 1
   * @return 1 or more
   */
  public long bucketCount(int index) {
    return bucketCounts[index];
  }
}
