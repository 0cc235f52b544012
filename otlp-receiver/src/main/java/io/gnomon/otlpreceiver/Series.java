package io.gnomon.otlpreceiver;

import io.opentelemetry.proto.metrics.v1.AggregationTemporality;
import java.util.Map;
import java.util.TreeMap;

/**
 * Adds up one series: a metric, a resource, a set of attributes. Cumulative points are summed over
 * their start times, the latest of each (a series that was let go starts anew); delta points are
 * summed, one that came twice with the same times once; of a gauge the latest holds. Not
 * thread-safe.
 */
final class Series {

  private final Map<Long, MetricPoint> latestByStart = new TreeMap<>();
  private MetricPoint latest;
  private double value;
  private Distribution distribution = Distribution.EMPTY;

  Series(MetricPoint first) {
    latest = first;
    addNew(first);
  }

  void add(MetricPoint point) {
    boolean sentAgain =
        point.startEpochNanos() == latest.startEpochNanos()
            && point.epochNanos() == latest.epochNanos();
    if (!sentAgain && point.epochNanos() >= latest.epochNanos()) {
      latest = point;
      addNew(point);
    }
  }

  private void addNew(MetricPoint point) {
    if (point.temporality() == AggregationTemporality.AGGREGATION_TEMPORALITY_DELTA) {
      value += point.value();
      distribution = distribution.plus(of(point));
    } else if (point.temporality() == AggregationTemporality.AGGREGATION_TEMPORALITY_CUMULATIVE) {
      latestByStart.put(point.startEpochNanos(), point);
    } else {
      value = point.value();
    }
  }

  private static Distribution of(MetricPoint point) {
    Distribution given = point.distribution();
    return given == null ? Distribution.EMPTY : given;
  }

  MetricPoint latest() {
    return latest;
  }

  double value() {
    double sum = value;
    for (MetricPoint point : latestByStart.values()) {
      sum += point.value();
    }
    return sum;
  }

  Distribution distribution() {
    Distribution sum = distribution;
    for (MetricPoint point : latestByStart.values()) {
      sum = sum.plus(of(point));
    }
    return sum;
  }
}
