package io.gnomon.benchmarks.overhead;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the command line asks for.
 *
 * @param rounds how often each contender runs under load
 * @param starts how often each contender is only started, besides
 * @param seconds how long each route is measured
 * @param warmUpSeconds how long all routes together are driven before that
 * @param latencySeconds how long the fixed rate is held
 * @param ratePerSecond the fixed rate
 * @param contenders names, in the order in which they run
 * @param report the file to write
 * @param arguments the command line as it was given
 */
record Options(
    int rounds,
    int starts,
    int seconds,
    int warmUpSeconds,
    int latencySeconds,
    int ratePerSecond,
    List<String> contenders,
    Path report,
    String arguments) {

  static final String USAGE =
      "usage: benchmarks/overhead [--quick] [--rounds N] [--seconds N] [--rate N]"
          + " [--agents none,gnomon,opentelemetry,opentelemetry-no-traces] [--out FILE]";

  static Options parse(Path root, String[] args) {
    boolean quick = Arrays.asList(args).contains("--quick");
    int rounds = quick ? 1 : 3;
    int seconds = quick ? 1 : 2;
    int rate = 300;
    List<String> contenders = Contender.ALL;
    Path report = root.resolve("docs/overhead.md");
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
        case "--seconds" -> seconds = Integer.parseInt(value);
        case "--rate" -> rate = Integer.parseInt(value);
        case "--agents" -> contenders = List.of(value.split(",", -1));
        case "--out" -> report = Path.of(value);
        default -> throw new IllegalArgumentException(USAGE);
      }
    }
    return new Options(
        rounds,
        quick ? 1 : 2,
        seconds,
        quick ? 3 : 12,
        2 * seconds,
        rate,
        contenders,
        report,
        String.join(" ", args));
  }
}
