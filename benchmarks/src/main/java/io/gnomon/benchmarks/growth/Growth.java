package io.gnomon.benchmarks.growth;

import io.gnomon.benchmarks.machine.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Measures how cost grows; {@code benchmarks/growth} starts it. */
public final class Growth {

  private final Options options;
  private final Results results = new Results();

  private Growth(Options options) {
    this.options = options;
  }

  /**
   * Measures, prints the report and writes it with its plots.
   *
   * @param args the project's root, then what {@link Options} knows
   * @throws Exception if a point can't be measured
   */
  @SuppressWarnings("SystemOut")
  public static void main(String[] args) throws Exception {
    Path root = Path.of(args[0]).toAbsolutePath();
    Options options = Options.parse(root, List.of(args).subList(1, args.length));
    List<String> machine = new ArrayList<>(Machine.describe());
    machine.add("- JVM's options: `" + String.join(" ", Trials.JVM_OPTIONS) + "`");
    Growth growth = new Growth(options);
    growth.measure(root);
    GrowthReport report = new GrowthReport(options, growth.results, machine);
    String text = report.markdown();
    System.out.println(text);
    Files.createDirectories(options.docs());
    Files.writeString(options.docs().resolve("growth.md"), text);
    for (Map.Entry<String, String> plot : report.plots().entrySet()) {
      Files.writeString(options.docs().resolve(plot.getKey()), plot.getValue());
    }
  }

  private void measure(Path root) throws IOException, InterruptedException {
    Path classes = root.resolve("benchmarks/target/growth/classes.jar");
    if (options.dimensions().stream().anyMatch(d -> d.key().equals(Dimension.CLASSES.key()))) {
      progress("generating classes");
      ClassesJar.write(classes, Collections.max(Dimension.CLASSES.points()));
    }
    try (Sink sink = new Sink()) {
      Trials trials = new Trials(root, classes, options.quick(), sink.url());
      for (int round = 1; round <= options.rounds(); round++) {
        for (Dimension dimension : options.dimensions()) {
          progress("round " + round + " of " + options.rounds() + ": " + dimension.title());
          measure(trials, dimension);
        }
      }
    }
  }

  private void measure(Trials trials, Dimension dimension)
      throws IOException, InterruptedException {
    for (int count : dimension.points()) {
      Map<String, Double> last = Map.of();
      for (String variant : dimension.variants()) {
        Map<String, Double> figures = trials.run(dimension, variant, count);
        for (Figure figure : dimension.figures()) {
          double value = value(figures, figure);
          results.add(dimension, figure, variant, count, value);
          if (variant.equals(Dimension.GNOMON) && !last.isEmpty()) {
            double added = value - value(last, figure);
            results.add(dimension, figure, Dimension.ADDED, count, added);
          }
        }
        last = figures;
      }
    }
  }

  private static double value(Map<String, Double> figures, Figure figure) {
    Double value = figures.get(figure.key());
    if (value == null) {
      throw new IllegalStateException("no " + figure.key() + " in " + figures);
    }
    return value;
  }

  @SuppressWarnings("SystemOut")
  private static void progress(String line) {
    System.err.println(line);
  }
}
