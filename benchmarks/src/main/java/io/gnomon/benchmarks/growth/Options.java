package io.gnomon.benchmarks.growth;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the command line says.
 *
 * @param quick whether it is only a look
 * @param rounds how often each point is measured
 * @param dimensions what is measured
 * @param docs where the report and its plots go
 * @param arguments the command line as it was given
 */
record Options(boolean quick, int rounds, List<Dimension> dimensions, Path docs, String arguments) {

  static final String USAGE =
      "usage: benchmarks/growth [--quick] [--rounds N]"
          + " [--only texts,series,queries,classes,threads] [--out DIRECTORY]";

  private static final int ROUNDS = 3;

  static Options parse(Path root, List<String> args) {
    List<String> left = new ArrayList<>(args);
    boolean quick = left.remove("--quick");
    int rounds = quick ? 1 : ROUNDS;
    List<String> keys = Dimension.ALL.stream().map(Dimension::key).toList();
    Path docs = root.resolve("docs");
    while (!left.isEmpty()) {
      String name = left.remove(0);
      if (left.isEmpty()) {
        throw new IllegalArgumentException(USAGE);
      }
      String value = left.remove(0);
      switch (name) {
        case "--rounds" -> rounds = Integer.parseInt(value);
        case "--only" -> keys = List.of(value.split(",", -1));
        case "--out" -> docs = Path.of(value);
        default -> throw new IllegalArgumentException(USAGE);
      }
    }
    return new Options(quick, rounds, dimensions(keys, quick), docs, String.join(" ", args));
  }

  private static List<Dimension> dimensions(List<String> keys, boolean quick) {
    List<Dimension> chosen =
        Dimension.ALL.stream()
            .filter(dimension -> keys.contains(dimension.key()))
            .map(dimension -> quick ? dimension.quick() : dimension)
            .toList();
    if (chosen.size() != keys.size()) {
      throw new IllegalArgumentException(USAGE);
    }
    return chosen;
  }
}
