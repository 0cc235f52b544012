package io.gnomon.exporter.data;

import io.gnomon.core.metrics.Exemplar;
import io.gnomon.core.metrics.HistogramPoint;
import io.gnomon.core.metrics.Instrument;
import java.util.Arrays;
import java.util.List;

/** The values of one series over one interval, durations or counts. Immutable. */
final class Values {

  /** Stands for a smallest or largest value that is not known. */
  static final long UNKNOWN = -1;

  final long startEpochNanos;
  final long count;
  final long sum;
  final long min;
  final long max;
  final long[] middles;
  final long[] counts;
  final List<Exemplar> exemplars;
  private final double perUnit;

  private Values(
      long startEpochNanos,
      long count,
      long sum,
      long min,
      long max,
      long[] middles,
      long[] counts,
      List<Exemplar> exemplars,
      double perUnit) {
    this.startEpochNanos = startEpochNanos;
    this.count = count;
    this.sum = sum;
    this.min = min;
    this.max = max;
    this.middles = middles;
    this.counts = counts;
    this.exemplars = exemplars;
    this.perUnit = perUnit;
  }

  /** All that a point counts, since its own start. */
  static Values of(Instrument instrument, HistogramPoint point) {
    long[] middles = new long[point.buckets()];
    long[] counts = new long[middles.length];
    for (int i = 0; i < middles.length; i++) {
      middles[i] = point.bucketValue(i);
      counts[i] = point.bucketCount(i);
    }
    return new Values(
        point.startEpochNanos(),
        point.count(),
        point.sum(),
        point.min(),
        point.max(),
        middles,
        counts,
        point.exemplars(),
        instrument.perUnit());
  }

  /**
   * What a point counts beyond an earlier one of the same series. The smallest and the largest
   * value of the interval are known only if they are new ones for the series.
   */
  static Values between(
      Instrument instrument, HistogramPoint base, long baseEpochNanos, HistogramPoint point) {
    long[] middles = new long[point.buckets()];
    long[] counts = new long[middles.length];
    int used = 0;
    int old = 0;
    for (int i = 0; i < middles.length; i++) {
      long middle = point.bucketValue(i);
      while (old < base.buckets() && base.bucketValue(old) < middle) {
        old++;
      }
      boolean same = old < base.buckets() && base.bucketValue(old) == middle;
      long count = point.bucketCount(i) - (same ? base.bucketCount(old) : 0);
      if (count > 0) {
        middles[used] = middle;
        counts[used++] = count;
      }
    }
    return new Values(
        baseEpochNanos,
        point.count() - base.count(),
        point.sum() - base.sum(),
        point.min() < base.min() ? point.min() : UNKNOWN,
        point.max() > base.max() ? point.max() : UNKNOWN,
        Arrays.copyOf(middles, used),
        Arrays.copyOf(counts, used),
        point.exemplars(),
        instrument.perUnit());
  }

  /** A value, or a sum of them, in the unit on the wire. */
  double inUnit(long value) {
    return value / perUnit;
  }
}
