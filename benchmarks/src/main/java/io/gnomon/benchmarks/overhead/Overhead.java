package io.gnomon.benchmarks.overhead;

import io.gnomon.benchmarks.machine.Machine;
import io.gnomon.benchmarks.overhead.contender.Contender;
import io.gnomon.benchmarks.overhead.contender.Contenders;
import io.gnomon.benchmarks.overhead.figures.Figures;
import io.gnomon.benchmarks.overhead.process.ServiceProcess;
import io.gnomon.benchmarks.overhead.report.CostRows;
import io.gnomon.benchmarks.overhead.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The overhead comparison; {@code benchmarks/overhead} starts it. */
public final class Overhead {

  private Overhead() {}

  /**
   * Runs all rounds and writes the report with its plots and, if the report is the project's own,
   * the README's rows.
   *
   * @param args the project's root, then what {@link Options} knows
   * @throws Exception if a contender does not start, answer or export
   */
  public static void main(String[] args) throws Exception {
    Path root = Path.of(args[0]).toAbsolutePath();
    Options options =
        Options.parse(root, List.of(args).subList(1, args.length).toArray(String[]::new));
    Contenders known = new Contenders(root);
    List<Contender> contenders = options.contenders().stream().map(known::named).toList();
    Path target = root.resolve("benchmarks/target");
    List<String> about = about(target, contenders);
    long startNanos = System.nanoTime();
    Figures figures = new Rounds(target, options, contenders).run();
    long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - startNanos);
    about.add(String.format("- Took: %d min %d s", seconds / 60, seconds % 60));
    write(root, options, new Report(contenders, figures, about, Method.text(options)));
  }

  private static List<String> about(Path target, List<Contender> contenders) throws IOException {
    List<String> lines = new ArrayList<>(Machine.describe());
    lines.add("- Service: " + jars(target.resolve("service")));
    lines.add("- Its JVM's options: `" + String.join(" ", ServiceProcess.JVM_OPTIONS) + "`");
    lines.add(
        "- Agents: "
            + contenders.stream()
                .filter(agent -> agent.isAgent() && !agent.isOwn())
                .map(Contender::jarName)
                .distinct()
                .collect(Collectors.joining(", ", "Gnomon of this commit, ", "")));
    return lines;
  }

  private static String jars(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .map(file -> file.getFileName().toString().replace(".jar", ""))
          .sorted()
          .collect(Collectors.joining(", "));
    }
  }

  @SuppressWarnings("SystemOut")
  private static void write(Path root, Options options, Report report) throws IOException {
    Path file = options.report().toAbsolutePath();
    String stem = file.getFileName().toString().replace(".md", "");
    String text = report.markdown(options.arguments(), stem);
    System.out.println(text);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    for (Map.Entry<String, String> plot : report.plots(stem).entrySet()) {
      Files.writeString(file.resolveSibling(plot.getKey()), plot.getValue());
    }
    if (file.equals(Options.report(root))) {
      Path readme = root.resolve("README.md");
      Files.writeString(readme, CostRows.replaceIn(Files.readString(readme), text));
    }
  }
}
