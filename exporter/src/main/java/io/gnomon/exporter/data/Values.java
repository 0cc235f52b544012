package io.gnomon.exporter.data;

import io.gnomon.core.metrics.Exemplar;
import io.gnomon.core.metrics.HistogramPoint;
import io.gnomon.core.metrics.Instrument;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values of one series over one interval, durations or counts. Immutable. */
final class Values {

  /** Stands for a smallest or largest value that is not known. */
  static final long UNKNOWN = -1;

  final long startEpochNanos;
  final long min;
  final long max;
  private final HistogramPoint point;
  private final double perUnit;

  private Values(
      long startEpochNanos, long min, long max, HistogramPoint point, Instrument instrument) {
    this.startEpochNanos = startEpochNanos;
    this.min = min;
    this.max = max;
    this.point = point;
    this.perUnit = instrument.perUnit();
  }

  /** All that a point counts, since its own start. */
  static Values of(Instrument instrument, HistogramPoint point) {
    return new Values(point.startEpochNanos(), point.min(), point.max(), point, instrument);
  }

  /**
   * What a point counts beyond an earlier one of the same series. The smallest and the largest
   * value of the interval are known only if they are new ones for the series.
   */
  static Values between(
      Instrument instrument, HistogramPoint base, long baseEpochNanos, HistogramPoint point) {
    return new Values(
        baseEpochNanos,
        point.min() < base.min() ? point.min() : UNKNOWN,
        point.max() > base.max() ? point.max() : UNKNOWN,
        point.since(base),
        instrument);
  }

  long count() {
    return point.count();
  }

  long sum() {
    return point.sum();
  }

  List<Exemplar> exemplars() {
    return point.exemplars();
  }

  /** What was made of the buckets when they were last read; null if nothing was. */
  @Nullable Object converted() {
    return point.converted();
  }

  void converted(Object made) {
    point.converted(made);
  }

  /** How many of our buckets have values. */
  int buckets() {
    return point.buckets();
  }

  /** What the values of one of our buckets are taken for; ascending. */
  long middle(int bucket) {
    return point.bucketValue(bucket);
  }

  /** How many values one of our buckets has. */
  long count(int bucket) {
    return point.bucketCount(bucket);
  }

  /** A value, or a sum of them, in the unit on the wire. */
  double inUnit(long value) {
    return value / perUnit;
  }

  /** What a number in the unit on the wire is for us. */
  double fromUnit(double value) {
    return value * perUnit;
  }
}
