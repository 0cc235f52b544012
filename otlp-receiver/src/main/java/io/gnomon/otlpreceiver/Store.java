package io.gnomon.otlpreceiver;

import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.logs.v1.ResourceLogs;
import io.opentelemetry.proto.logs.v1.ScopeLogs;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What arrived. Sums are exact for ever; of requests, points, records and spans the last {@link
 * #KEPT} of each stay. Thread-safe: guarded by its own lock.
 */
final class Store {

  static final int KEPT = 100_000;

  private record SeriesKey(
      String metric, Map<String, String> resource, Map<String, String> attributes) {}

  private final Deque<ReceivedRequest> requests = new ArrayDeque<>();
  private final Deque<MetricPoint> points = new ArrayDeque<>();
  private final Deque<ReceivedLog> logs = new ArrayDeque<>();
  private final Deque<ReceivedSpan> spans = new ArrayDeque<>();
  private final Map<SeriesKey, Series> series = new LinkedHashMap<>();
  private final Map<Signal, Long> bytes = new EnumMap<>(Signal.class);

  synchronized void add(ReceivedRequest request) {
    keep(requests, request);
    if (request.answer().kind().taken()) {
      bytes.merge(request.signal(), (long) request.bytes(), Long::sum);
      take(request);
    }
  }

  private void take(ReceivedRequest request) {
    if (request.message() instanceof ExportMetricsServiceRequest metrics) {
      Decoder.points(metrics).forEach(this::addPoint);
    } else if (request.message() instanceof ExportLogsServiceRequest exported) {
      exported.getResourceLogsList().forEach(this::addLogs);
    } else if (request.message() instanceof ExportTraceServiceRequest traces) {
      traces.getResourceSpansList().forEach(this::addSpans);
    }
  }

  private void addPoint(MetricPoint point) {
    keep(points, point);
    SeriesKey key = new SeriesKey(point.metric(), point.resource(), point.attributes());
    Series known = series.get(key);
    if (known == null) {
      series.put(key, new Series(point));
    } else {
      known.add(point);
    }
  }

  private void addLogs(ResourceLogs from) {
    Map<String, String> resource = Decoder.attributes(from.getResource().getAttributesList());
    for (ScopeLogs scope : from.getScopeLogsList()) {
      scope
          .getLogRecordsList()
          .forEach(
              each ->
                  keep(
                      logs,
                      new ReceivedLog(
                          resource, Decoder.attributes(each.getAttributesList()), each)));
    }
  }

  private void addSpans(ResourceSpans from) {
    Map<String, String> resource = Decoder.attributes(from.getResource().getAttributesList());
    for (ScopeSpans scope : from.getScopeSpansList()) {
      for (Span span : scope.getSpansList()) {
        keep(
            spans,
            new ReceivedSpan(
                resource,
                scope.getScope(),
                scope.getSchemaUrl(),
                Decoder.attributes(span.getAttributesList()),
                span));
      }
    }
  }

  private static <T> void keep(Deque<T> all, T one) {
    if (all.size() == KEPT) {
      all.removeFirst();
    }
    all.addLast(one);
  }

  synchronized void clear() {
    requests.clear();
    points.clear();
    logs.clear();
    spans.clear();
    series.clear();
    bytes.clear();
  }

  synchronized List<ReceivedRequest> requests(Predicate<ReceivedRequest> which) {
    return requests.stream().filter(which).toList();
  }

  synchronized List<MetricPoint> points(Predicate<MetricPoint> which) {
    return points.stream().filter(which).toList();
  }

  synchronized List<ReceivedLog> logs(Predicate<ReceivedLog> which) {
    return logs.stream().filter(which).toList();
  }

  synchronized long bytes(Signal signal) {
    return bytes.getOrDefault(signal, 0L);
  }

  synchronized List<ReceivedSpan> spans() {
    return List.copyOf(spans);
  }

  /** One point per series: its latest, with the value and distribution of all of its points. */
  synchronized List<MetricPoint> totals(Predicate<MetricPoint> which) {
    List<MetricPoint> totals = new ArrayList<>();
    for (Series each : series.values()) {
      MetricPoint latest = each.latest();
      if (which.test(latest)) {
        totals.add(total(latest, each));
      }
    }
    return totals;
  }

  private static MetricPoint total(MetricPoint latest, Series series) {
    return new MetricPoint(
        latest.metric(),
        latest.unit(),
        latest.resource(),
        latest.attributes(),
        latest.temporality(),
        latest.startEpochNanos(),
        latest.epochNanos(),
        series.value(),
        latest.distribution() == null ? null : series.distribution(),
        latest.exemplars());
  }
}
