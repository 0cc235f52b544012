package io.gnomon.exporter.data;

import io.gnomon.core.attributes.AttributeSet;
import io.gnomon.core.metrics.HistogramPoint;
import io.gnomon.core.metrics.MetricSnapshot;
import io.gnomon.core.metrics.NumberPoint;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The last accepted snapshots, by instrument and attributes. A sum whose reading failed is in no
 * snapshot and keeps the points of the one before, so that nothing is sent twice when it is read
 * again. Immutable; bounded as snapshots are.
 */
final class DeltaBase {

  /** Nothing was accepted yet. */
  static final DeltaBase NONE = new DeltaBase();

  final long epochNanos;
  private final Map<String, Map<AttributeSet, HistogramPoint>> histograms = new HashMap<>();
  private final Map<String, Map<AttributeSet, NumberPoint>> numbers = new HashMap<>();

  private DeltaBase() {
    this.epochNanos = 0;
  }

  DeltaBase(DeltaBase before, List<MetricSnapshot> snapshots, long epochNanos) {
    this.epochNanos = epochNanos;
    numbers.putAll(before.numbers);
    for (MetricSnapshot snapshot : snapshots) {
      Map<AttributeSet, HistogramPoint> histogramsOfOne = new HashMap<>();
      for (HistogramPoint point : snapshot.histograms()) {
        histogramsOfOne.put(point.attributes(), point);
      }
      histograms.put(snapshot.instrument().name(), histogramsOfOne);
      Map<AttributeSet, NumberPoint> numbersOfOne = new HashMap<>();
      for (NumberPoint point : snapshot.numbers()) {
        numbersOfOne.put(point.attributes(), point);
      }
      numbers.put(snapshot.instrument().name(), numbersOfOne);
    }
  }

  /** The accepted point of a series; null if there is none, or if the series began anew since. */
  @Nullable HistogramPoint histogram(String instrument, HistogramPoint point) {
    Map<AttributeSet, HistogramPoint> series = histograms.get(instrument);
    HistogramPoint base = series == null ? null : series.get(point.attributes());
    return base == null
            || base.startEpochNanos() != point.startEpochNanos()
            || base.count() > point.count()
        ? null
        : base;
  }

  /** The accepted point of a sum; null if there is none, or if the series began anew since. */
  @Nullable NumberPoint number(String instrument, NumberPoint point) {
    Map<AttributeSet, NumberPoint> series = numbers.get(instrument);
    NumberPoint base = series == null ? null : series.get(point.attributes());
    return base == null
            || base.startEpochNanos() != point.startEpochNanos()
            || base.value() > point.value()
        ? null
        : base;
  }
}
