package io.gnomon.benchmarks.overhead;

import io.gnomon.benchmarks.overhead.contender.Contenders;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the command line asks for.
 *
 * @param rounds how often each contender runs under load with each database
 * @param starts how often each contender is started to be settled and to have requests kept
 * @param warmUpPasses how often all routes are driven before they are measured
 * @param passes how often all routes are measured
 * @param share how much of a route's requests a pass has
 * @param latencySeconds how long the fixed rate is held
 * @param ratePerSecond the fixed rate
 * @param keptSeconds how long requests are kept
 * @param contenders names, in the order in which they run
 * @param report the file to write
 * @param arguments the command line as it was given
 */
record Options(
    int rounds,
    int starts,
    int warmUpPasses,
    int passes,
    double share,
    int latencySeconds,
    int ratePerSecond,
    int keptSeconds,
    List<String> contenders,
    Path report,
    String arguments) {

  static final String USAGE =
      "usage: benchmarks/overhead [--quick] [--rounds N] [--rate N] [--with elastic,datadog]"
          + " [--agents none,gnomon,opentelemetry,opentelemetry-no-traces] [--out FILE]";

  /** Where the report is, unless the command line says otherwise. */
  static Path report(Path root) {
    return root.resolve("docs/overhead.md");
  }

  static Options parse(Path root, String[] args) {
    boolean quick = Arrays.asList(args).contains("--quick");
    int rounds = quick ? 1 : 4;
    int rate = 1_000;
    List<String> contenders = new ArrayList<>(Contenders.DEFAULT);
    Path report = report(root);
    List<String> left = new ArrayList<>(List.of(args));
    left.remove("--quick");
    while (!left.isEmpty()) {
      String name = left.remove(0);
      if (left.isEmpty()) {
        throw new IllegalArgumentException(USAGE);
      }
      String value = left.remove(0);
      switch (name) {
        case "--rounds" -> rounds = Integer.parseInt(value);
        case "--rate" -> rate = Integer.parseInt(value);
        case "--with" -> contenders.addAll(List.of(value.split(",", -1)));
        case "--agents" -> contenders = new ArrayList<>(List.of(value.split(",", -1)));
        case "--out" -> report = Path.of(value);
        default -> throw new IllegalArgumentException(USAGE);
      }
    }
    return new Options(
        rounds,
        Math.max(1, rounds - 1),
        quick ? 1 : 2,
        quick ? 1 : 2,
        quick ? 0.2 : 1,
        quick ? 2 : 6,
        rate,
        quick ? 5 : 10,
        List.copyOf(contenders),
        report,
        String.join(" ", args));
  }
}
