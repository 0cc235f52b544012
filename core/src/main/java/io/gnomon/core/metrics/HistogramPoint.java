package io.gnomon.core.metrics;

import io.gnomon.core.attributes.AttributeSet;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One series of a histogram at one moment, cumulative since its start: nanoseconds or counts, as
 * its instrument says. Immutable but for what an exporter made of it; the non-empty HdrHistogram
 * buckets only.
 */
public final class HistogramPoint {

  private final AttributeSet attributes;
  private final long startEpochNanos;
  private final long count;
  private final long sum;
  private final long min;
  private final long max;
  private final long[] bucketValues;
  private final long[] bucketCounts;
  private final List<Exemplar> exemplars;
  private final PointMemo memo;

  HistogramPoint(
      AttributeSet attributes,
      long startEpochNanos,
      long count,
      long sum,
      long min,
      long max,
      long[] bucketValues,
      long[] bucketCounts) {
    this(
        attributes,
        startEpochNanos,
        count,
        sum,
        min,
        max,
        bucketValues,
        bucketCounts,
        Collections.<Exemplar>emptyList(),
        new PointMemo());
  }

  HistogramPoint(
      AttributeSet attributes,
      long startEpochNanos,
      long count,
      long sum,
      long min,
      long max,
      long[] bucketValues,
      long[] bucketCounts,
      List<Exemplar> exemplars,
      PointMemo memo) {
    this.attributes = attributes;
    this.startEpochNanos = startEpochNanos;
    this.count = count;
    this.sum = sum;
    this.min = min;
    this.max = max;
    this.bucketValues = bucketValues;
    this.bucketCounts = bucketCounts;
    this.exemplars = exemplars;
    this.memo = memo;
  }

  /**
   * What this counts beyond an earlier point of the same series.
   *
   * @param earlier with the same start
   * @return its own buckets, count, sum and exemplars; start, smallest and largest value are those
   *     of the series
   */
  public HistogramPoint since(HistogramPoint earlier) {
    long[] values = new long[bucketValues.length];
    long[] counts = new long[bucketValues.length];
    int used = 0;
    int old = 0;
    for (int i = 0; i < bucketValues.length; i++) {
      while (old < earlier.buckets() && earlier.bucketValues[old] < bucketValues[i]) {
        old++;
      }
      boolean same = old < earlier.buckets() && earlier.bucketValues[old] == bucketValues[i];
      long added = bucketCounts[i] - (same ? earlier.bucketCounts[old] : 0);
      if (added > 0) {
        values[used] = bucketValues[i];
        counts[used++] = added;
      }
    }
    return new HistogramPoint(
        attributes,
        startEpochNanos,
        count - earlier.count,
        sum - earlier.sum,
        min,
        max,
        Arrays.copyOf(values, used),
        Arrays.copyOf(counts, used),
        exemplars,
        new PointMemo());
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
   * How many values.
   *
   * @return the sum of all bucket counts
   */
  public long count() {
    return count;
  }

  /**
   * The exact sum of the values.
   *
   * @return nanoseconds, or a count
   */
  public long sum() {
    return sum;
  }

  /**
   * The exact smallest value.
   *
   * @return nanoseconds, or a count
   */
  public long min() {
    return min;
  }

  /**
   * The exact largest value.
   *
   * @return nanoseconds, or a count
   */
  public long max() {
    return max;
  }

  /**
   * What an exporter made of the buckets of this series, at this point or at an earlier one since
   * which it has had no value.
   *
   * @return null if it made nothing
   */
  public @Nullable Object converted() {
    return memo.converted;
  }

  /**
   * Remembers what was made of the buckets, for who needs nothing else of them: until the next
   * value, later points of the series have this and no buckets. For the thread that exports.
   *
   * @param made immutable, and small: the series holds it
   */
  public void converted(Object made) {
    memo.converted = made;
  }

  /**
   * How many buckets are not empty.
   *
   * @return the number; 0 also for a point that was {@link #converted} before it was read
   */
  public int buckets() {
    return bucketValues.length;
  }

  /**
   * The middle of a bucket: what its values are taken for.
   *
   * @param index 0 to {@link #buckets()} - 1, ascending
   * @return within 0.4% of every value in the bucket (durations: or 512 ns, if that is more); a
   *     count below 256 itself
   */
  public long bucketValue(int index) {
    return bucketValues[index];
  }

  /**
   * How many values fell into a bucket.
   *
   * @param index 0 to {@link #buckets()} - 1
   * @return 1 or more
   */
  public long bucketCount(int index) {
    return bucketCounts[index];
  }

  /**
   * Values of this series whose traces were kept, a few of the last.
   *
   * @return newest last; empty if there are none
   */
  public List<Exemplar> exemplars() {
    return exemplars;
  }
}
