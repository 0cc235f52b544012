package io.gnomon.exporter.data;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import java.util.ArrayList;
import java.util.List;

/** Values as a point of an OTLP histogram with given bounds, in the unit on the wire. */
final class ExplicitPoints {

  private ExplicitPoints() {}

  static HistogramPointData of(
      Values values, List<Double> boundaries, long epochNanos, Attributes attributes) {
    return HistogramPointData.create(
        values.startEpochNanos,
        epochNanos,
        attributes,
        values.inUnit(values.sum),
        values.min != Values.UNKNOWN,
        values.inUnit(values.min),
        values.max != Values.UNKNOWN,
        values.inUnit(values.max),
        boundaries,
        counts(values, boundaries));
  }

  /** Both our buckets and the bounds ascend; a bound belongs to the bucket below it. */
  private static List<Long> counts(Values values, List<Double> boundaries) {
    long[] counts = new long[boundaries.size() + 1];
    int target = 0;
    for (int i = 0; i < values.middles.length; i++) {
      double value = values.inUnit(values.middles[i]);
      while (target < boundaries.size() && value > boundaries.get(target)) {
        target++;
      }
      counts[target] += values.counts[i];
    }
    List<Long> boxed = new ArrayList<>(counts.length);
    for (long count : counts) {
      boxed.add(count);
    }
    return boxed;
  }
}
