package io.gnomon.otlpreceiver;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The kept traces, for a person: how many, why they were kept, and the slowest one. */
final class TraceReport {

  private static final String WHY = "gnomon.kept";
  private static final double NANOS_PER_MILLI = 1e6;
  private static final int MAX_LINES = 20;

  private final OtlpReceiver receiver;

  TraceReport(OtlpReceiver receiver) {
    this.receiver = receiver;
  }

  String print() {
    List<ReceivedTrace> traces = receiver.traces();
    if (traces.isEmpty()) {
      return "traces: none kept\n";
    }
    Map<String, Long> reasons = new TreeMap<>();
    for (ReceivedTrace trace : traces) {
      why(trace).forEach(reason -> reasons.merge(reason, 1L, Long::sum));
    }
    String byReason =
        reasons.entrySet().stream()
            .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
            .map(each -> each.getValue() + " " + each.getKey())
            .collect(Collectors.joining(", "));
    ReceivedTrace slowest =
        traces.stream().max(Comparator.comparingLong(TraceReport::nanos)).orElseThrow();
    return String.format(
        Locale.ROOT,
        "traces: %d kept: %s%nthe slowest, %.1f ms, %s:%n%s",
        traces.size(),
        byReason,
        nanos(slowest) / NANOS_PER_MILLI,
        slowest.traceId(),
        TraceText.of(slowest, MAX_LINES));
  }

  /** All of its reasons: a trace may count for several. */
  private static Set<String> why(ReceivedTrace trace) {
    Set<String> reasons = new TreeSet<>();
    for (ReceivedSpan root : trace.roots()) {
      String names = root.attributes().getOrDefault(WHY, "(no reason)");
      reasons.addAll(List.of(names.split(",")));
    }
    return reasons;
  }

  private static long nanos(ReceivedTrace trace) {
    return trace.roots().stream().mapToLong(ReceivedSpan::nanos).max().orElse(0);
  }
}
