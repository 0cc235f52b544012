package io.gnomon.otlpreceiver;

import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.AggregationTemporality;
import io.opentelemetry.proto.metrics.v1.Exemplar;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import io.opentelemetry.proto.metrics.v1.ScopeMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Protobuf to the flat types that tests ask for. Stateless. */
final class Decoder {

  private Decoder() {}

  static List<MetricPoint> points(ExportMetricsServiceRequest request) {
    List<MetricPoint> points = new ArrayList<>();
    for (ResourceMetrics resource : request.getResourceMetricsList()) {
      Map<String, String> of = attributes(resource.getResource().getAttributesList());
      for (ScopeMetrics scope : resource.getScopeMetricsList()) {
        scope.getMetricsList().forEach(metric -> add(metric, of, points));
      }
    }
    return points;
  }

  private static void add(Metric metric, Map<String, String> resource, List<MetricPoint> points) {
    AggregationTemporality none = AggregationTemporality.AGGREGATION_TEMPORALITY_UNSPECIFIED;
    metric
        .getGauge()
        .getDataPointsList()
        .forEach(p -> points.add(number(metric, resource, none, p)));
    AggregationTemporality ofSum = metric.getSum().getAggregationTemporality();
    metric
        .getSum()
        .getDataPointsList()
        .forEach(p -> points.add(number(metric, resource, ofSum, p)));
    AggregationTemporality ofHistogram = metric.getHistogram().getAggregationTemporality();
    for (var p : metric.getHistogram().getDataPointsList()) {
      points.add(
          point(
              metric,
              resource,
              p.getAttributesList(),
              ofHistogram,
              p.getStartTimeUnixNano(),
              p.getTimeUnixNano(),
              (double) p.getCount(),
              Distribution.of(p),
              p.getExemplarsList()));
    }
    AggregationTemporality ofExponential =
        metric.getExponentialHistogram().getAggregationTemporality();
    for (var p : metric.getExponentialHistogram().getDataPointsList()) {
      points.add(
          point(
              metric,
              resource,
              p.getAttributesList(),
              ofExponential,
              p.getStartTimeUnixNano(),
              p.getTimeUnixNano(),
              (double) p.getCount(),
              Distribution.of(p),
              p.getExemplarsList()));
    }
  }

  private static MetricPoint number(
      Metric metric,
      Map<String, String> resource,
      AggregationTemporality temporality,
      NumberDataPoint point) {
    double value = point.hasAsInt() ? point.getAsInt() : point.getAsDouble();
    return point(
        metric,
        resource,
        point.getAttributesList(),
        temporality,
        point.getStartTimeUnixNano(),
        point.getTimeUnixNano(),
        value,
        null,
        point.getExemplarsList());
  }

  private static MetricPoint point(
      Metric metric,
      Map<String, String> resource,
      List<KeyValue> attributes,
      AggregationTemporality temporality,
      long start,
      long time,
      double value,
      @Nullable Distribution distribution,
      List<Exemplar> exemplars) {
    return new MetricPoint(
        metric.getName(),
        metric.getUnit(),
        resource,
        attributes(attributes),
        temporality,
        start,
        time,
        value,
        distribution,
        exemplars.stream().map(ReceivedExemplar::of).toList());
  }

  /** Attributes by name, each value as a text. */
  static Map<String, String> attributes(List<KeyValue> attributes) {
    Map<String, String> texts = new TreeMap<>();
    attributes.forEach(each -> texts.put(each.getKey(), text(each.getValue())));
    return texts;
  }

  private static String text(AnyValue value) {
    return switch (value.getValueCase()) {
      case STRING_VALUE -> value.getStringValue();
      case BOOL_VALUE -> Boolean.toString(value.getBoolValue());
      case INT_VALUE -> Long.toString(value.getIntValue());
      case DOUBLE_VALUE -> Double.toString(value.getDoubleValue());
      case ARRAY_VALUE ->
          value.getArrayValue().getValuesList().stream().map(Decoder::text).toList().toString();
      default -> value.toString();
    };
  }
}
