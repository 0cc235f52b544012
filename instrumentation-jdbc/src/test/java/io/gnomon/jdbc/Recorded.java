package io.gnomon.jdbc;

import io.gnomon.core.Core;
import io.gnomon.core.CoreSettings;
import io.gnomon.core.attributes.AttributeNames;
import io.gnomon.core.attributes.AttributeSet;
import io.gnomon.core.clock.Clock;
import io.gnomon.core.log.AgentLog;
import io.gnomon.core.metrics.HistogramPoint;
import io.gnomon.core.metrics.MetricSnapshot;
import io.gnomon.core.metrics.NumberPoint;
import io.gnomon.core.traces.TraceSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** A core to record into, and what was recorded; and a clock that goes on when it is asked. */
final class Recorded implements Clock {

  static final String SUMMARY = AttributeNames.DB_QUERY_SUMMARY;

  final List<String> log = new ArrayList<>();
  final Core core;

  /** Nothing is slow, and nothing is N+1. */
  Recorded() {
    this(5, Long.MAX_VALUE);
  }

  Recorded(int nPlusOneCount, long nPlusOneTimeNanos) {
    core =
        new Core(
            Clock.SYSTEM,
            new AgentLog() {
              @Override
              public void info(String line) {
                log.add(line);
              }

              @Override
              public void warn(String line) {
                log.add(line);
              }

              @Override
              public void debug(String line) {
                log.add(line);
              }
            },
            new CoreSettings(
                Long.MAX_VALUE, 3_600_000_000_000L, List.of(), nPlusOneCount, nPlusOneTimeNanos),
            TraceSettings.NONE);
  }

  long clockStepNanos;
  private long nowNanos;

  @Override
  public long nanoTime() {
    return nowNanos += clockStepNanos;
  }

  @Override
  public long epochNanos() {
    return nowNanos;
  }

  List<HistogramPoint> histograms(String name) {
    List<HistogramPoint> points = new ArrayList<>();
    for (MetricSnapshot metric : core.metrics().collect()) {
      if (metric.instrument().name().equals(name)) {
        points.addAll(metric.histograms());
      }
    }
    return points;
  }

  /** Executions by the value of an attribute, cumulative. */
  TreeMap<String, Long> executions(String attribute) {
    TreeMap<String, Long> counts = new TreeMap<>();
    for (HistogramPoint point : points()) {
      counts.merge(String.valueOf(point.attributes().get(attribute)), point.count(), Long::sum);
    }
    return counts;
  }

  long executions() {
    return points().stream().mapToLong(HistogramPoint::count).sum();
  }

  AttributeSet onlySeries() {
    List<HistogramPoint> points = points();
    if (points.size() != 1) {
      throw new AssertionError("not one series: " + points.size());
    }
    return points.get(0).attributes();
  }

  long number(String name) {
    return core.metrics().collect().stream()
        .filter(metric -> metric.instrument().name().equals(name))
        .flatMap(metric -> metric.numbers().stream())
        .mapToLong(point -> (long) value(point))
        .sum();
  }

  private static double value(NumberPoint point) {
    return point.value();
  }

  private List<HistogramPoint> points() {
    return histograms("db.client.operation.duration");
  }
}
