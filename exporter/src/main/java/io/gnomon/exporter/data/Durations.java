package io.gnomon.exporter.data;

import io.gnomon.core.metrics.HistogramPoint;
import java.util.Arrays;

/** The durations of one series over one interval. Immutable. */
final class Durations {

  /** Stands for a smallest or largest duration that is not known. */
  static final long UNKNOWN = -1;

  final long startEpochNanos;
  final long count;
  final long sumNanos;
  final long minNanos;
  final long maxNanos;
  final long[] middlesNanos;
  final long[] counts;

  private Durations(
      long startEpochNanos,
      long count,
      long sumNanos,
      long minNanos,
      long maxNanos,
      long[] middlesNanos,
      long[] counts) {
    this.startEpochNanos = startEpochNanos;
    this.count = count;
    this.sumNanos = sumNanos;
    this.minNanos = minNanos;
    this.maxNanos = maxNanos;
    this.middlesNanos = middlesNanos;
    this.counts = counts;
  }

  /** All that a point counts, since its own start. */
  static Durations of(HistogramPoint point) {
    long[] middles = new long[point.buckets()];
    long[] counts = new long[middles.length];
    for (int i = 0; i < middles.length; i++) {
      middles[i] = point.bucketNanos(i);
      counts[i] = point.bucketCount(i);
    }
    return new Durations(
        point.startEpochNanos(),
        point.count(),
        point.sumNanos(),
        point.minNanos(),
        point.maxNanos(),
        middles,
        counts);
  }

  /**
   * What a point counts beyond an earlier one of the same series. The smallest and the largest
   * duration of the interval are known only if they are new ones for the series.
   */
  static Durations between(HistogramPoint base, long baseEpochNanos, HistogramPoint point) {
    long[] middles = new long[point.buckets()];
    long[] counts = new long[middles.length];
    int used = 0;
    int old = 0;
    for (int i = 0; i < middles.length; i++) {
      long middle = point.bucketNanos(i);
      while (old < base.buckets() && base.bucketNanos(old) < middle) {
        old++;
      }
      boolean same = old < base.buckets() && base.bucketNanos(old) == middle;
      long count = point.bucketCount(i) - (same ? base.bucketCount(old) : 0);
      if (count > 0) {
        middles[used] = middle;
        counts[used++] = count;
      }
    }
    return new Durations(
        baseEpochNanos,
        point.count() - base.count(),
        point.sumNanos() - base.sumNanos(),
        point.minNanos() < base.minNanos() ? point.minNanos() : UNKNOWN,
        point.maxNanos() > base.maxNanos() ? point.maxNanos() : UNKNOWN,
        Arrays.copyOf(middles, used),
        Arrays.copyOf(counts, used));
  }
}
