package io.gnomon.otlpreceiver;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** The requests that failed and were told, for a person: how many, what, in which route, where. */
final class ErrorReport {

  private static final String EVENT = "gnomon.request.error";
  private static final int MAX_ROWS = 20;
  private static final int TEXT_WIDTH = 96;

  private final OtlpReceiver receiver;

  ErrorReport(OtlpReceiver receiver) {
    this.receiver = receiver;
  }

  String print() {
    Map<String, Long> counts = new TreeMap<>();
    for (ReceivedLog log : receiver.logs(EVENT)) {
      counts.merge(line(log), 1 + heldBack(log), Long::sum);
    }
    StringBuilder out = new StringBuilder("errors: ");
    out.append(counts.isEmpty() ? "none told" : "told, with those held back so far:").append('\n');
    counts.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
        .limit(MAX_ROWS)
        .forEach(each -> out.append(String.format("%6d x  %s%n", each.getValue(), each.getKey())));
    return out.toString();
  }

  private static long heldBack(ReceivedLog log) {
    return Long.parseLong(log.attributes().getOrDefault("gnomon.held_back", "0"));
  }

  private static String line(ReceivedLog log) {
    Map<String, String> of = log.attributes();
    String head =
        of.getOrDefault("error.type", "?")
            + "  in "
            + of.getOrDefault("http.route", "(no route)")
            + ", answered "
            + of.getOrDefault("http.response.status_code", "nothing");
    String caller = of.getOrDefault("code.stacktrace", "").lines().findFirst().orElse("");
    return caller.isEmpty()
        ? Table.cut(head, TEXT_WIDTH)
        : Table.cut(head, TEXT_WIDTH) + "\n          at " + Table.cut(caller, TEXT_WIDTH - 3);
  }
}
