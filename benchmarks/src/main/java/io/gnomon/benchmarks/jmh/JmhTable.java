package io.gnomon.benchmarks.jmh;

import java.util.List;
import java.util.Locale;

/** The results as Markdown: each step, and ours beside others'. */
final class JmhTable {

  private final String arguments;
  private final List<String> machine;
  private final Measurements measurements;

  /**
   * A report.
   *
   * @param arguments of the command
   * @param machine lines of a list
   * @param measurements what was measured
   */
  JmhTable(String arguments, List<String> machine, Measurements measurements) {
    this.arguments = arguments;
    this.machine = machine;
    this.measurements = measurements;
  }

  String markdown() {
    StringBuilder text = new StringBuilder("# The hot path, step by step\n\n");
    text.append("Written by `benchmarks/jmh").append(arguments.isEmpty() ? "" : " " + arguments);
    text.append("`; change nothing here by hand.\n\n");
    text.append(String.join("\n", machine)).append("\n\n");
    steps(text);
    text.append("\n## Beside what a user would pick instead\n\n");
    comparisons(text);
    return text.append('\n').append(method()).toString();
  }

  private void steps(StringBuilder text) {
    text.append("| step |");
    for (int threads : measurements.threads()) {
      text.append(' ').append(words(threads)).append(", ns | x floor | B |");
    }
    text.append(" goal |\n|---|");
    text.append("---:|".repeat(3 * measurements.threads().size())).append("---|\n");
    measurements.names().forEach(name -> step(text, name));
  }

  private void step(StringBuilder text, String name) {
    text.append("| ").append(name).append(" |");
    for (int threads : measurements.threads()) {
      Measured measured = measurements.find(name, threads);
      text.append(
          String.format(
              Locale.ROOT,
              " %,.1f ± %,.1f | %.1f | %.1f |",
              measured.nanos(),
              measured.error(),
              measurements.floors(measured),
              measured.bytes()));
    }
    text.append(' ').append(Goal.of(name).verdict(name, measurements)).append(" |\n");
  }

  private void comparisons(StringBuilder text) {
    text.append("| what | ours | other |");
    for (int threads : measurements.threads()) {
      text.append(' ').append(words(threads)).append(", ns | ours / other | B |");
    }
    text.append("\n|---|---|---|");
    text.append("---:|".repeat(3 * measurements.threads().size())).append('\n');
    Comparison.ALL.forEach(comparison -> text.append(comparison.row(measurements)));
  }

  private static String words(int threads) {
    return threads == 1 ? "1 thread" : threads + " threads";
  }

  private static String method() {
    return """
        ## How to read it

        Average time per operation with its 99.9% error, how often the floor that is (two
        `System.nanoTime()`, `Floor.twoNanoTimes`, of the same run with as many threads), and bytes
        allocated per operation, which `HotPathAllocationTest` asserts to the byte. Two forks,
        which find what is large, not the last percent. Threads go up to the processors there are.

        Settings are the defaults, but no share of traces is always kept: nothing is kept here, and
        every request is looked at. `Query` runs outside requests; `InRequest` inside one, where a
        query is recorded as a span too, and what it is that forgets these spans counts in;
        `WholeRequest` from the start of a request to the end; `Decision` is whether a request with
        so many spans is kept. What a container's advice reads of its request is not in these.

        `Histogram.timingRecord` is ours; others of that group are HdrHistogram's, side by side. In
        a service the recording thread only appends to a ring and a thread of ours moves its content
        into the histogram; here the ring is always full, so the time is that of both. With more
        than one thread all record into the same histogram, in ours and the others'.

        OpenTelemetry's SDK and Micrometer get the same attributes, and the bucket boundaries that
        the conventions advise; nothing is exported, so what reading their spans and histograms
        costs is not in it, whereas in ours the move into the histogram is. A query of ours counts
        in two histograms, by summary and by fingerprint; of theirs in one.
        """;
  }
}
