package io.gnomon.exporter.data;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import java.util.ArrayList;
import java.util.List;

/** Durations as a point of an OTLP histogram with given bounds, in seconds. */
final class ExplicitPoints {

  private ExplicitPoints() {}

  static HistogramPointData of(
      Durations durations, List<Double> boundaries, long epochNanos, Attributes attributes) {
    return HistogramPointData.create(
        durations.startEpochNanos,
        epochNanos,
        attributes,
        durations.sumNanos / Seconds.NANOS,
        durations.minNanos != Durations.UNKNOWN,
        Seconds.of(durations.minNanos),
        durations.maxNanos != Durations.UNKNOWN,
        Seconds.of(durations.maxNanos),
        boundaries,
        counts(durations, boundaries));
  }

  /** Both our buckets and the bounds ascend; a bound belongs to the bucket below it. */
  private static List<Long> counts(Durations durations, List<Double> boundaries) {
    long[] counts = new long[boundaries.size() + 1];
    int target = 0;
    for (int i = 0; i < durations.middlesNanos.length; i++) {
      double seconds = Seconds.of(durations.middlesNanos[i]);
      while (target < boundaries.size() && seconds > boundaries.get(target)) {
        target++;
      }
      counts[target] += durations.counts[i];
    }
    List<Long> boxed = new ArrayList<>(counts.length);
    for (long count : counts) {
      boxed.add(count);
    }
    return boxed;
  }
}
