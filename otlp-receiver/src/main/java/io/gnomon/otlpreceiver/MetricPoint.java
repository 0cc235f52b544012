package io.gnomon.otlpreceiver;

import io.opentelemetry.proto.metrics.v1.AggregationTemporality;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One point of a metric, of whatever type. Immutable.
 *
 * @param metric as {@code http.server.request.duration}
 * @param unit as {@code s}
 * @param resource attributes of the resource, values as texts
 * @param attributes attributes of the point, values as texts
 * @param temporality UNSPECIFIED for a gauge
 * @param startEpochNanos since when it counts
 * @param epochNanos when it was read
 * @param value of a sum or gauge; of a histogram its count
 * @param distribution of a histogram
 * @param exemplars as they came; of a total those of its latest point
 */
public record MetricPoint(
    String metric,
    String unit,
    Map<String, String> resource,
    Map<String, String> attributes,
    AggregationTemporality temporality,
    long startEpochNanos,
    long epochNanos,
    double value,
    @Nullable Distribution distribution,
    List<ReceivedExemplar> exemplars) {

  /**
   * Whether it is a point of a metric with at least these attributes.
   *
   * @param name the metric
   * @param some of the attributes, values as texts
   * @return true if so
   */
  public boolean matches(String name, Map<String, String> some) {
    return metric.equals(name) && attributes.entrySet().containsAll(some.entrySet());
  }
}
