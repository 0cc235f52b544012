package io.gnomon.benchmarks.jmh;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;

/** Results by benchmark, one group of columns per number of threads, as Markdown. */
final class JmhTable {

  private static final String FLOOR = name(FloorBenchmark.class, "twoNanoTimes");
  private static final String ALLOCATED = "gc.alloc.rate.norm";

  private final String arguments;
  private final String machine;
  private final Map<Integer, Collection<RunResult>> byThreads;

  JmhTable(String arguments, String machine, Map<Integer, Collection<RunResult>> byThreads) {
    this.arguments = arguments;
    this.machine = machine;
    this.byThreads = byThreads;
  }

  private static String name(Class<?> type, String method) {
    return type.getSimpleName().replace("Benchmark", "") + "." + method;
  }

  String markdown() {
    StringBuilder text = new StringBuilder("# The hot path, step by step\n\n");
    text.append("Written by `benchmarks/jmh").append(arguments.isEmpty() ? "" : " " + arguments);
    text.append("`; change nothing here by hand.\n\n");
    text.append(machine).append("\n\n| step |");
    byThreads
        .keySet()
        .forEach(n -> text.append(' ').append(n).append(" thread(s), ns | x floor | B |"));
    text.append("\n|---|").append("---:|".repeat(3 * byThreads.size())).append('\n');
    for (RunResult first : byThreads.values().iterator().next()) {
      row(text, name(first));
    }
    return text.append('\n').append(method()).toString();
  }

  private void row(StringBuilder text, String name) {
    text.append("| ").append(name).append(" |");
    for (Collection<RunResult> results : byThreads.values()) {
      RunResult result = find(results, name);
      double nanos = result.getPrimaryResult().getScore();
      double floor = find(results, FLOOR).getPrimaryResult().getScore();
      text.append(
          String.format(
              Locale.ROOT,
              " %,.1f ± %,.1f | %.1f | %.1f |",
              nanos,
              result.getPrimaryResult().getScoreError(),
              nanos / floor,
              allocated(result)));
    }
    text.append('\n');
  }

  private static RunResult find(Collection<RunResult> results, String name) {
    return results.stream().filter(result -> name(result).equals(name)).findFirst().orElseThrow();
  }

  private static String name(RunResult result) {
    String[] parts = result.getParams().getBenchmark().split("\\.", -1);
    String type = parts[parts.length - 2].replace("Benchmark", "");
    return type + "." + parts[parts.length - 1];
  }

  private static double allocated(RunResult result) {
    for (String key : result.getSecondaryResults().keySet()) {
      if (key.endsWith(ALLOCATED)) {
        return result.getSecondaryResults().get(key).getScore();
      }
    }
    throw new IllegalStateException("no " + ALLOCATED);
  }

  private static String method() {
    return """
        Average time per operation with its 99.9% error, how often the floor that is (two
        `System.nanoTime()`, `Floor.twoNanoTimes`, of the same run), and bytes allocated per
        operation. Two forks, which find what is large, not the last percent.

        `Histogram.timingRecord` is ours; the others of that group are HdrHistogram's, side by
        side. In a service the recording thread only appends to a ring and a thread of ours moves
        its content into the histogram; here the ring is always full, so the time is that of both.
        """;
  }
}
