package io.gnomon.otlpreceiver;

import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.AggregationTemporality;
import io.opentelemetry.proto.metrics.v1.ExponentialHistogram;
import io.opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Gauge;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import io.opentelemetry.proto.metrics.v1.ScopeMetrics;
import io.opentelemetry.proto.metrics.v1.Sum;
import java.util.List;

/** OTLP data for tests. */
final class Data {

  static final AggregationTemporality DELTA = AggregationTemporality.AGGREGATION_TEMPORALITY_DELTA;
  static final AggregationTemporality CUMULATIVE =
      AggregationTemporality.AGGREGATION_TEMPORALITY_CUMULATIVE;

  private Data() {}

  static KeyValue text(String key, String value) {
    return KeyValue.newBuilder()
        .setKey(key)
        .setValue(AnyValue.newBuilder().setStringValue(value))
        .build();
  }

  static ExportMetricsServiceRequest request(Metric metric) {
    return ExportMetricsServiceRequest.newBuilder()
        .addResourceMetrics(
            ResourceMetrics.newBuilder()
                .addScopeMetrics(ScopeMetrics.newBuilder().addMetrics(metric)))
        .build();
  }

  static Metric sum(AggregationTemporality temporality, long start, long time, long value) {
    return Metric.newBuilder()
        .setName("requests")
        .setSum(
            Sum.newBuilder()
                .setAggregationTemporality(temporality)
                .setIsMonotonic(true)
                .addDataPoints(
                    NumberDataPoint.newBuilder()
                        .setStartTimeUnixNano(start)
                        .setTimeUnixNano(time)
                        .addAttributes(text("http.route", "/item"))
                        .setAsInt(value)))
        .build();
  }

  static Metric gauge(String name, double value, KeyValue... attributes) {
    return Metric.newBuilder()
        .setName(name)
        .setGauge(
            Gauge.newBuilder()
                .addDataPoints(
                    NumberDataPoint.newBuilder()
                        .setTimeUnixNano(1)
                        .addAllAttributes(List.of(attributes))
                        .setAsDouble(value)))
        .build();
  }

  /** A histogram of seconds with the values put into buckets of scale 3, as an exporter would. */
  static Metric seconds(String name, KeyValue attribute, double... values) {
    int scale = 3;
    double base = Math.pow(2, Math.pow(2, -scale));
    int offset = Integer.MAX_VALUE;
    int last = Integer.MIN_VALUE;
    double sum = 0;
    double min = Double.MAX_VALUE;
    double max = 0;
    for (double value : values) {
      int index = (int) Math.ceil(Math.log(value) / Math.log(base)) - 1;
      offset = Math.min(offset, index);
      last = Math.max(last, index);
      sum += value;
      min = Math.min(min, value);
      max = Math.max(max, value);
    }
    long[] counts = new long[last - offset + 1];
    for (double value : values) {
      counts[(int) Math.ceil(Math.log(value) / Math.log(base)) - 1 - offset]++;
    }
    ExponentialHistogramDataPoint.Buckets.Builder buckets =
        ExponentialHistogramDataPoint.Buckets.newBuilder().setOffset(offset);
    for (long count : counts) {
      buckets.addBucketCounts(count);
    }
    return Metric.newBuilder()
        .setName(name)
        .setUnit("s")
        .setExponentialHistogram(
            ExponentialHistogram.newBuilder()
                .setAggregationTemporality(CUMULATIVE)
                .addDataPoints(
                    ExponentialHistogramDataPoint.newBuilder()
                        .setStartTimeUnixNano(1)
                        .setTimeUnixNano(2_000_000_001)
                        .addAttributes(attribute)
                        .setCount(values.length)
                        .setSum(sum)
                        .setMin(min)
                        .setMax(max)
                        .setScale(scale)
                        .setPositive(buckets)))
        .build();
  }
}
