package io.gnomon.exporter.data;

import io.gnomon.core.metrics.Instrument;
import io.gnomon.core.metrics.MetricSnapshot;
import io.gnomon.core.metrics.NumberPoint;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import io.opentelemetry.sdk.metrics.data.DoubleExemplarData;
import io.opentelemetry.sdk.metrics.data.DoublePointData;
import io.opentelemetry.sdk.metrics.data.GaugeData;
import io.opentelemetry.sdk.metrics.data.LongPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.data.MetricDataType;
import io.opentelemetry.sdk.metrics.data.SumData;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sums and gauges as the SDK's metrics. Only sums that just grow have a delta: OpenTelemetry keeps
 * the others cumulative whatever the preference.
 */
final class NumberMetrics {

  private NumberMetrics() {}

  static @Nullable MetricData of(
      Origin origin, MetricSnapshot snapshot, @Nullable DeltaBase base, long epochNanos) {
    if (snapshot.numbers().isEmpty()) {
      return null;
    }
    DeltaBase subtracted = snapshot.instrument().kind() == Instrument.Kind.COUNTER ? base : null;
    return isIntegral(snapshot.numbers())
        ? longs(origin, snapshot, subtracted, epochNanos)
        : doubles(origin, snapshot, subtracted, epochNanos);
  }

  private static boolean isIntegral(List<NumberPoint> points) {
    for (NumberPoint point : points) {
      if (!point.integral()) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable MetricData longs(
      Origin origin, MetricSnapshot snapshot, @Nullable DeltaBase base, long epochNanos) {
    Instrument instrument = snapshot.instrument();
    List<LongPointData> points = new ArrayList<>(snapshot.numbers().size());
    for (NumberPoint point : snapshot.numbers()) {
      NumberPoint old = base == null ? null : base.number(instrument.name(), point);
      long value = (long) (point.value() - (old == null ? 0 : old.value()));
      if (base == null || value != 0) {
        Attributes attributes = OtelAttributes.of(point.attributes());
        points.add(LongPointData.create(start(point, old, base), epochNanos, attributes, value));
      }
    }
    if (points.isEmpty()) {
      return null;
    }
    return instrument.kind() == Instrument.Kind.GAUGE
        ? new Metric(
            origin, instrument, MetricDataType.LONG_GAUGE, GaugeData.createLongGaugeData(points))
        : new Metric(
            origin,
            instrument,
            MetricDataType.LONG_SUM,
            SumData.createLongSumData(isMonotonic(instrument), temporality(base), points));
  }

  private static @Nullable MetricData doubles(
      Origin origin, MetricSnapshot snapshot, @Nullable DeltaBase base, long epochNanos) {
    Instrument instrument = snapshot.instrument();
    List<DoublePointData> points = new ArrayList<>(snapshot.numbers().size());
    for (NumberPoint point : snapshot.numbers()) {
      NumberPoint old = base == null ? null : base.number(instrument.name(), point);
      double value = point.value() - (old == null ? 0 : old.value());
      if (base == null || value != 0) {
        points.add(
            DoublePointData.create(
                start(point, old, base),
                epochNanos,
                OtelAttributes.of(point.attributes()),
                value,
                Collections.<DoubleExemplarData>emptyList()));
      }
    }
    if (points.isEmpty()) {
      return null;
    }
    return instrument.kind() == Instrument.Kind.GAUGE
        ? new Metric(
            origin,
            instrument,
            MetricDataType.DOUBLE_GAUGE,
            GaugeData.createDoubleGaugeData(points))
        : new Metric(
            origin,
            instrument,
            MetricDataType.DOUBLE_SUM,
            SumData.createDoubleSumData(isMonotonic(instrument), temporality(base), points));
  }

  private static long start(
      NumberPoint point, @Nullable NumberPoint old, @Nullable DeltaBase base) {
    return old == null || base == null ? point.startEpochNanos() : base.epochNanos;
  }

  private static boolean isMonotonic(Instrument instrument) {
    return instrument.kind() == Instrument.Kind.COUNTER;
  }

  private static AggregationTemporality temporality(@Nullable DeltaBase base) {
    return base == null ? AggregationTemporality.CUMULATIVE : AggregationTemporality.DELTA;
  }
}
