package io.gnomon.otlpreceiver;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How much of each budget is used, for a person, and why one broke. */
final class BudgetReport {

  private static final String BURN = "gnomon.budget.burn";
  private static final String BREACHED = "gnomon.budget.breached";
  private static final String BROKEN = "gnomon.budget.broken";
  private static final List<String> KEYS =
      List.of("gnomon.budget.name", "gnomon.budget.objective", "http.route");
  private static final int MAX_ROWS = 20;
  private static final int TEXT_WIDTH = 96;

  private final OtlpReceiver receiver;

  BudgetReport(OtlpReceiver receiver) {
    this.receiver = receiver;
  }

  /** Empty if there are no budgets. */
  String print() {
    List<MetricPoint> burns =
        receiver.series(BURN, Map.of()).stream()
            .sorted(Comparator.comparingDouble(MetricPoint::value).reversed())
            .limit(MAX_ROWS)
            .toList();
    if (burns.isEmpty()) {
      return "";
    }
    StringBuilder out = new StringBuilder("budgets, by how much of them is used:\n");
    burns.forEach(burn -> out.append(line(burn)).append('\n'));
    return out.toString();
  }

  private String line(MetricPoint burn) {
    Map<String, String> of = burn.attributes();
    boolean broken =
        receiver.series(BREACHED, Map.of()).stream()
            .anyMatch(point -> isOf(point.attributes(), of) && point.value() > 0);
    String head =
        String.format(
            Locale.ROOT,
            "%6.2f x  %s %s  in %s%s",
            burn.value(),
            of.get(KEYS.get(0)),
            of.get(KEYS.get(1)),
            of.getOrDefault(KEYS.get(2), "(no route)"),
            broken ? "  BROKEN" : "");
    String why = broken ? why(of) : "";
    return Table.cut(head, TEXT_WIDTH) + (why.isEmpty() ? "" : "\n          " + why);
  }

  private String why(Map<String, String> budget) {
    return receiver.logs(BROKEN).stream()
        .filter(log -> isOf(log.attributes(), budget))
        .map(log -> log.attributes().getOrDefault("gnomon.budget.worst.why", ""))
        .filter(why -> !why.isEmpty())
        .findFirst()
        .map(why -> Table.cut(why, TEXT_WIDTH))
        .orElse("");
  }

  /** Whether both are of the same budget, objective and route, or of none. */
  private static boolean isOf(Map<String, String> one, Map<String, String> other) {
    return KEYS.stream()
        .allMatch(key -> one.getOrDefault(key, "").equals(other.getOrDefault(key, "")));
  }
}
