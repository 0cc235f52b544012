package io.gnomon.otlpreceiver;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** What arrived, as tables for a person: routes, queries, slow queries. */
final class Report {

  private static final String ROUTES = "http.server.request.duration";
  private static final String QUERIES = "gnomon.db.query.duration";
  private static final String OPERATIONS = "db.client.operation.duration";
  private static final String SLOW_QUERY = "gnomon.db.slow_query";
  private static final String SLOW_QUERIES = "gnomon.db.slow_queries";
  private static final double NANOS_PER_SECOND = 1e9;
  private static final double MILLIS_PER_SECOND = 1e3;
  private static final int MAX_ROWS = 20;
  private static final int TEXT_WIDTH = 96;

  private final OtlpReceiver receiver;

  Report(OtlpReceiver receiver) {
    this.receiver = receiver;
  }

  /** One row of a table: the points that share a name. */
  private static final class Row {
    private final String name;
    private Distribution all = Distribution.EMPTY;
    private long errors;
    private long firstNanos = Long.MAX_VALUE;
    private long lastNanos;

    Row(String name) {
      this.name = name;
    }

    void add(MetricPoint point) {
      Distribution one = point.distribution();
      if (one == null) {
        return;
      }
      all = all.plus(one);
      errors += point.attributes().containsKey("error.type") ? one.count() : 0L;
      firstNanos = Math.min(firstNanos, point.startEpochNanos());
      lastNanos = Math.max(lastNanos, point.epochNanos());
    }

    double perSecond() {
      double seconds = (double) (lastNanos - firstNanos) / NANOS_PER_SECOND;
      return seconds > 0 ? (double) all.count() / seconds : 0;
    }
  }

  /** Slow queries with the same text, caller and route. */
  private static final class Slow {
    private long count;
    private double maxMillis;

    void add(ReceivedLog log) {
      count += 1 + number(log, "gnomon.held_back");
      maxMillis = Math.max(maxMillis, (double) number(log, "gnomon.db.query.duration_ms"));
    }

    private static long number(ReceivedLog log, String attribute) {
      String text = log.attributes().getOrDefault(attribute, "0");
      return text.matches("\\d+") ? Long.parseLong(text) : 0;
    }
  }

  private record SlowKey(String summary, String text, String caller, String route) {}

  String print() {
    StringBuilder out = new StringBuilder(arrived()).append('\n');
    if (receiver.metricNames().isEmpty() && receiver.logs().isEmpty()) {
      return out.toString();
    }
    out.append('\n');
    out.append(durations("route", ROUTES, Report::route)).append('\n');
    String queries = receiver.metricNames().contains(QUERIES) ? QUERIES : OPERATIONS;
    out.append(durations("query", queries, Report::query)).append('\n');
    return out.append(slowQueries()).toString();
  }

  private String arrived() {
    return String.format(
        Locale.ROOT,
        "received: %d metric, %d log and %d trace requests; %d metrics, %d log records, %d spans",
        receiver.accepted(Signal.METRICS).size(),
        receiver.accepted(Signal.LOGS).size(),
        receiver.accepted(Signal.TRACES).size(),
        receiver.metricNames().size(),
        receiver.logs().size(),
        receiver.spans().size());
  }

  private static String route(MetricPoint point) {
    return point.attributes().getOrDefault("http.request.method", "?")
        + " "
        + point.attributes().getOrDefault("http.route", "(no route)");
  }

  private static String query(MetricPoint point) {
    String summary = point.attributes().getOrDefault("db.query.summary", "(no summary)");
    String fingerprint = point.attributes().getOrDefault("gnomon.db.query.fingerprint", "");
    int room = Table.FIRST_COLUMN - fingerprint.length() - 1;
    return fingerprint.isEmpty() ? summary : Table.cut(summary, room) + " " + fingerprint;
  }

  private String durations(String what, String metric, Function<MetricPoint, String> name) {
    Map<String, Row> rows = new LinkedHashMap<>();
    for (MetricPoint point : receiver.series(metric, Map.of())) {
      rows.computeIfAbsent(name.apply(point), Row::new).add(point);
    }
    Table table = new Table(what + " (ms)", "count", "1/s", "p50", "p95", "p99", "max", "errors");
    rows.values().stream()
        .sorted(Comparator.comparingLong((Row row) -> row.all.count()).reversed())
        .limit(MAX_ROWS)
        .forEach(row -> add(row, table));
    return table.toString();
  }

  private static void add(Row row, Table to) {
    to.row(
        row.name,
        Long.toString(row.all.count()),
        figure(row.perSecond()),
        millis(row.all.quantile(0.50)),
        millis(row.all.quantile(0.95)),
        millis(row.all.quantile(0.99)),
        millis(row.all.max()),
        Long.toString(row.errors));
  }

  private static String millis(double seconds) {
    return figure(seconds * MILLIS_PER_SECOND);
  }

  private static String figure(double value) {
    return Double.isNaN(value)
        ? "-"
        : String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.1f", value);
  }

  private String slowQueries() {
    Map<SlowKey, Slow> all = new LinkedHashMap<>();
    for (ReceivedLog log : receiver.logs(SLOW_QUERY)) {
      all.computeIfAbsent(key(log), any -> new Slow()).add(log);
    }
    List<String> lines = new ArrayList<>();
    long flagged = Math.round(receiver.sum(SLOW_QUERIES, Map.of()));
    lines.add(
        "slow queries: "
            + (flagged == 0 ? "none" : flagged + " flagged; told, with those held back so far:"));
    all.entrySet().stream()
        .sorted(
            Comparator.comparingLong((Map.Entry<SlowKey, Slow> e) -> e.getValue().count).reversed())
        .limit(MAX_ROWS)
        .forEach(e -> lines.add(slow(e.getKey(), e.getValue())));
    return String.join("\n", lines) + "\n";
  }

  private static SlowKey key(ReceivedLog log) {
    Map<String, String> attributes = log.attributes();
    String stack = attributes.getOrDefault("code.stacktrace", "").strip();
    String caller = stack.isEmpty() ? "(no caller)" : stack.lines().findFirst().orElse("").strip();
    return new SlowKey(
        attributes.getOrDefault("db.query.summary", "(no summary)"),
        attributes.getOrDefault("db.query.text", "(no text)"),
        caller.startsWith("at ") ? caller.substring(3) : caller,
        attributes.getOrDefault("http.route", "(no request)"));
  }

  private static String slow(SlowKey key, Slow slow) {
    String head =
        String.format(
            Locale.ROOT,
            "%6d x  up to %s ms  %s  in %s",
            slow.count,
            figure(slow.maxMillis),
            key.summary,
            key.route);
    return Table.cut(head, TEXT_WIDTH + 10)
        + "\n          "
        + Table.cut(key.text, TEXT_WIDTH)
        + "\n          at "
        + Table.cut(key.caller, TEXT_WIDTH - 3);
  }
}
