package io.gnomon.exporter.data;

import io.gnomon.core.metrics.HistogramPoint;
import io.gnomon.core.metrics.Instrument;
import io.gnomon.core.metrics.MetricSnapshot;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import io.opentelemetry.sdk.metrics.data.ExponentialHistogramData;
import io.opentelemetry.sdk.metrics.data.ExponentialHistogramPointData;
import io.opentelemetry.sdk.metrics.data.HistogramData;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.data.MetricDataType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Snapshots as the SDK's metrics. Stateless, so safe for any thread. */
final class MetricConverter {

  private final Origin origin;
  private final boolean explicitBuckets;

  MetricConverter(Origin origin, boolean explicitBuckets) {
    this.origin = origin;
    this.explicitBuckets = explicitBuckets;
  }

  /**
   * Converts.
   *
   * @param snapshots cumulative
   * @param base what to subtract, or null for cumulative metrics
   * @param epochNanos when the snapshots were taken
   * @return metrics with at least one point each
   */
  List<MetricData> convert(
      List<MetricSnapshot> snapshots, @Nullable DeltaBase base, long epochNanos) {
    List<MetricData> metrics = new ArrayList<>(snapshots.size());
    for (MetricSnapshot snapshot : snapshots) {
      MetricData metric =
          snapshot.instrument().kind().isHistogram()
              ? histogram(snapshot, base, epochNanos)
              : NumberMetrics.of(origin, snapshot, base, epochNanos);
      if (metric != null) {
        metrics.add(metric);
      }
    }
    return metrics;
  }

  private @Nullable MetricData histogram(
      MetricSnapshot snapshot, @Nullable DeltaBase base, long epochNanos) {
    AggregationTemporality temporality =
        base == null ? AggregationTemporality.CUMULATIVE : AggregationTemporality.DELTA;
    return explicitBuckets
        ? explicit(snapshot, base, epochNanos, temporality)
        : exponential(snapshot, base, epochNanos, temporality);
  }

  private @Nullable MetricData exponential(
      MetricSnapshot snapshot,
      @Nullable DeltaBase base,
      long epochNanos,
      AggregationTemporality temporality) {
    List<ExponentialHistogramPointData> points = new ArrayList<>(snapshot.histograms().size());
    for (HistogramPoint point : snapshot.histograms()) {
      Values values = values(snapshot.instrument(), point, base);
      if (values.count() > 0) {
        Attributes attributes = OtelAttributes.of(point.attributes());
        points.add(
            base == null
                ? ExponentialPoints.remembered(values, epochNanos, attributes)
                : ExponentialPoints.of(values, epochNanos, attributes));
      }
    }
    return points.isEmpty()
        ? null
        : new Metric(
            origin,
            snapshot.instrument(),
            MetricDataType.EXPONENTIAL_HISTOGRAM,
            ExponentialHistogramData.create(temporality, points));
  }

  private @Nullable MetricData explicit(
      MetricSnapshot snapshot,
      @Nullable DeltaBase base,
      long epochNanos,
      AggregationTemporality temporality) {
    List<Double> boundaries = snapshot.instrument().boundaries();
    List<HistogramPointData> points = new ArrayList<>(snapshot.histograms().size());
    for (HistogramPoint point : snapshot.histograms()) {
      Values values = values(snapshot.instrument(), point, base);
      if (values.count() > 0) {
        Attributes attributes = OtelAttributes.of(point.attributes());
        points.add(new ExplicitPoint(values, boundaries, epochNanos, attributes));
      }
    }
    return points.isEmpty()
        ? null
        : new Metric(
            origin,
            snapshot.instrument(),
            MetricDataType.HISTOGRAM,
            HistogramData.create(temporality, points));
  }

  private static Values values(
      Instrument instrument, HistogramPoint point, @Nullable DeltaBase base) {
    HistogramPoint old = base == null ? null : base.histogram(instrument.name(), point);
    return base == null || old == null
        ? Values.of(instrument, point)
        : Values.between(instrument, old, base.epochNanos, point);
  }
}
