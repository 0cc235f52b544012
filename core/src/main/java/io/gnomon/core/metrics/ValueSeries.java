package io.gnomon.core.metrics;

import io.gnomon.core.attributes.AttributeSet;
import java.util.Collections;
import org.HdrHistogram.AbstractHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.IntCountsHistogram;
import org.jspecify.annotations.Nullable;

/**
 * The values of one set of attributes, durations or counts. Listed in its family from its first
 * value until it is let go; the histogram exists only while it is listed. Guarded by the recorder's
 * lock.
 *
 * <p>Buckets are counted in ints, up to that of the largest value so far; a series that outgrows
 * them moves to longs. A packed histogram would be a third of the size, but costs three times as
 * much to record into and five times as much to read.
 */
final class ValueSeries {

  /** 128 to 256 buckets per power of two above the first: a middle is at most 0.4% off. */
  private static final int SIGNIFICANT_DIGITS = 2;

  /** Up to so many values every bucket's count fits an int. */
  private static final long MAX_NARROW_COUNT = Integer.MAX_VALUE;

  private final TimingFamily family;
  private final ValueRange range;
  private final AttributeSet attributes;
  private @Nullable AbstractHistogram histogram;
  private long startEpochNanos;
  private long sum;
  private long min;
  private long max;
  private long lastUseNanos;
  private boolean unread;

  /** Null since the last value. */
  private @Nullable PointMemo memo;

  /** Null until there is one. */
  private @Nullable LatestExemplars exemplars;

  ValueSeries(TimingFamily family, ValueRange range, AttributeSet attributes) {
    this.family = family;
    this.range = range;
    this.attributes = attributes;
  }

  AttributeSet attributes() {
    return attributes;
  }

  boolean isListed() {
    return histogram != null;
  }

  /** This series, listed if there is room, or the one that is listed under its attributes. */
  ValueSeries listed() {
    return isListed() ? this : family.list(this);
  }

  /** The series that a value just recorded for this one counts in, or will. */
  ValueSeries counting() {
    return isListed() ? this : family.counting(this);
  }

  /** This series if it is listed, else the overflow series of its family. */
  ValueSeries orOverflow() {
    return isListed() && !family.isOverflow(this) ? this : family.overflowed();
  }

  /** Keeps an exemplar of a value that counts here. */
  void add(Exemplar exemplar) {
    LatestExemplars latest = exemplars;
    if (latest == null) {
      latest = new LatestExemplars();
      exemplars = latest;
    }
    latest.add(exemplar);
  }

  /** Takes over what another series of the same attributes was given before it was known here. */
  void addExemplarsOf(ValueSeries other) {
    if (other.exemplars != null) {
      for (Exemplar exemplar : other.exemplars.take()) {
        add(exemplar);
      }
    }
  }

  void start(long epochNanos) {
    AbstractHistogram counts =
        new IntCountsHistogram(
            range.lowestDiscernible, 2 * range.lowestDiscernible, SIGNIFICANT_DIGITS);
    counts.setAutoResize(true);
    histogram = counts;
    startEpochNanos = epochNanos;
    sum = 0;
    min = Long.MAX_VALUE;
    max = 0;
  }

  void add(long value, long nowNanos) {
    AbstractHistogram counts = histogram;
    if (counts == null) {
      throw new IllegalStateException("not listed: " + attributes);
    }
    if (counts.getTotalCount() == MAX_NARROW_COUNT) {
      counts = widened(counts);
      histogram = counts;
    }
    counts.recordValue(Math.min(value, range.highestTrackable));
    sum += value;
    min = Math.min(min, value);
    max = Math.max(max, value);
    lastUseNanos = nowNanos;
    unread = true;
    memo = null;
  }

  /** The same counts with room for more. */
  static AbstractHistogram widened(AbstractHistogram narrow) {
    Histogram wide = new Histogram(narrow);
    wide.setAutoResize(true);
    wide.add(narrow);
    return wide;
  }

  /** Whether it was read since its last value, and that one is so long ago. */
  boolean isIdle(long nowNanos, long idleNanos) {
    return !unread && nowNanos - lastUseNanos >= idleNanos;
  }

  void letGo() {
    histogram = null;
    memo = null;
    exemplars = null;
  }

  /**
   * Its point, or null if it is not listed; scratch is what its buckets are gathered in, unless an
   * exporter remembers what they are.
   */
  @Nullable HistogramPoint read(boolean withExemplars, Buckets scratch) {
    AbstractHistogram counts = histogram;
    if (counts == null) {
      return null;
    }
    unread = false;
    PointMemo known = memo;
    if (known == null) {
      known = new PointMemo();
      memo = known;
    }
    scratch.clear();
    if (known.converted == null) {
      copyBuckets(counts, scratch);
    }
    return new HistogramPoint(
        attributes,
        startEpochNanos,
        counts.getTotalCount(),
        sum,
        min,
        max,
        scratch.middles(),
        scratch.counts(),
        withExemplars && exemplars != null ? exemplars.take() : Collections.<Exemplar>emptyList(),
        known);
  }

  /**
   * The buckets that have values, from that of the smallest to that of the largest. HdrHistogram's
   * own iterators begin at 0, and work out percentiles at each step. Buckets get wider at powers of
   * two only, so between these they are gone through in even steps.
   */
  private void copyBuckets(AbstractHistogram counts, Buckets into) {
    long last = counts.getMaxValue();
    long value = counts.lowestEquivalentValue(Math.min(min, last));
    while (value <= last) {
      long width = counts.sizeOfEquivalentValueRange(value);
      long even = Math.max(Long.highestOneBit(value) << 1, width << 1);
      long end = Math.min(even, last + 1);
      into.reserve((end - value + width - 1) / width);
      copyEven(counts, value, end, width, into);
      value = even;
    }
  }

  /** Those from a value on to just below another one, all of the same width. */
  private static void copyEven(
      AbstractHistogram counts, long first, long end, long width, Buckets into) {
    long half = width >> 1;
    for (long value = first; value < end; value += width) {
      long count = counts.getCountAtValue(value);
      if (count != 0) {
        into.add(value + half, count);
      }
    }
  }

  /** What its histogram weighs, as HdrHistogram estimates it. */
  int footprintBytes() {
    AbstractHistogram counts = histogram;
    return counts == null ? 0 : counts.getEstimatedFootprintInBytes();
  }
}
