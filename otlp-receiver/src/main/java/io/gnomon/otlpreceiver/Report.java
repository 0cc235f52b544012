package io.gnomon.otlpreceiver;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** What arrived, as tables for a person: routes, queries, what was flagged. */
final class Report {

  private static final String ROUTES = "http.server.request.duration";
  private static final String QUERIES = "gnomon.db.query.duration";
  private static final String OPERATIONS = "db.client.operation.duration";
  private static final String SLOW_QUERY = "gnomon.db.slow_query";
  private static final String SLOW_QUERIES = "gnomon.db.slow_queries";
  private static final String N_PLUS_ONE = "gnomon.db.n_plus_one";
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

  /** Findings with the same text, caller and route. */
  private static final class Finding {
    private final String millisName;
    private long count;
    private double maxMillis;
    private long maxRuns;

    Finding(String millisName) {
      this.millisName = millisName;
    }

    void add(ReceivedLog log) {
      count += 1 + number(log, "gnomon.held_back");
      maxMillis = Math.max(maxMillis, (double) number(log, millisName));
      maxRuns = Math.max(maxRuns, number(log, "gnomon.db.n_plus_one.count"));
    }

    String upTo() {
      String millis = figure(maxMillis) + " ms";
      return maxRuns == 0 ? millis : maxRuns + " runs, " + millis;
    }

    private static long number(ReceivedLog log, String attribute) {
      String text = log.attributes().getOrDefault(attribute, "0");
      return text.matches("\\d+") ? Long.parseLong(text) : 0;
    }
  }

  private record FindingKey(String summary, String text, String caller, String route) {}

  String print() {
    StringBuilder out = new StringBuilder(arrived()).append('\n');
    if (receiver.metricNames().isEmpty()
        && receiver.logs().isEmpty()
        && receiver.spans().isEmpty()) {
      return out.toString();
    }
    out.append('\n');
    out.append(durations("route", ROUTES, Report::route)).append('\n');
    String queries = receiver.metricNames().contains(QUERIES) ? QUERIES : OPERATIONS;
    out.append(durations("query", queries, Report::query)).append('\n');
    out.append(flagged("slow queries", SLOW_QUERIES, SLOW_QUERY, "gnomon.db.query.duration_ms"));
    return out.append('\n')
        .append(flagged("N+1", N_PLUS_ONE, N_PLUS_ONE, "gnomon.db.n_plus_one.duration_ms"))
        .append('\n')
        .append(new ErrorReport(receiver).print())
        .append('\n')
        .append(new TraceReport(receiver).print())
        .append('\n')
        .append(new BudgetReport(receiver).print())
        .toString();
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

  private String flagged(String what, String counter, String event, String millisName) {
    Map<FindingKey, Finding> all = new LinkedHashMap<>();
    for (ReceivedLog log : receiver.logs(event)) {
      all.computeIfAbsent(key(log), any -> new Finding(millisName)).add(log);
    }
    List<String> lines = new ArrayList<>();
    long count = Math.round(receiver.sum(counter, Map.of()));
    lines.add(
        what
            + ": "
            + (count == 0 ? "none" : count + " flagged; told, with those held back so far:"));
    all.entrySet().stream()
        .sorted(
            Comparator.comparingLong((Map.Entry<FindingKey, Finding> e) -> e.getValue().count)
                .reversed())
        .limit(MAX_ROWS)
        .forEach(e -> lines.add(line(e.getKey(), e.getValue())));
    return String.join("\n", lines) + "\n";
  }

  private static FindingKey key(ReceivedLog log) {
    Map<String, String> attributes = log.attributes();
    String stack = attributes.getOrDefault("code.stacktrace", "").strip();
    String caller = stack.isEmpty() ? "(no caller)" : stack.lines().findFirst().orElse("").strip();
    return new FindingKey(
        attributes.getOrDefault("db.query.summary", "(no summary)"),
        attributes.getOrDefault("db.query.text", "(no text)"),
        caller.startsWith("at ") ? caller.substring(3) : caller,
        attributes.getOrDefault("http.route", "(no request)"));
  }

  private static String line(FindingKey key, Finding finding) {
    String head =
        String.format(
            Locale.ROOT,
            "%6d x  up to %s  %s  in %s",
            finding.count,
            finding.upTo(),
            key.summary,
            key.route);
    return Table.cut(head, TEXT_WIDTH + 10)
        + "\n          "
        + Table.cut(key.text, TEXT_WIDTH)
        + "\n          at "
        + Table.cut(key.caller, TEXT_WIDTH - 3);
  }
}
