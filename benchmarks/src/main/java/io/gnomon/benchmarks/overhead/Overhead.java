package io.gnomon.benchmarks.overhead;

import io.gnomon.benchmarks.machine.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The overhead comparison; {@code benchmarks/overhead} starts it. */
public final class Overhead {

  private Overhead() {}

  /**
   * Runs all rounds, prints the report and writes it to a file.
   *
   * @param args the project's root, then what {@link Options} knows
   * @throws Exception if a contender does not start, answer or export
   */
  @SuppressWarnings("SystemOut")
  public static void main(String[] args) throws Exception {
    Path root = Path.of(args[0]).toAbsolutePath();
    Options options =
        Options.parse(root, List.of(args).subList(1, args.length).toArray(String[]::new));
    String machine = describe(root);
    List<Contender> contenders =
        options.contenders().stream().map(name -> Contender.of(name, root)).toList();
    Figures figures = measure(root, options, contenders);
    String report = new Report(options, contenders, figures, machine).markdown();
    System.out.println(report);
    Files.createDirectories(options.report().toAbsolutePath().getParent());
    Files.writeString(options.report(), report);
  }

  private static String describe(Path root) throws IOException {
    List<String> lines = new ArrayList<>(Machine.describe());
    Path target = root.resolve("benchmarks/target");
    lines.add("- Service: " + jars(target.resolve("service")));
    lines.add("- Its JVM's options: `" + String.join(" ", ServiceProcess.JVM_OPTIONS) + "`");
    lines.add("- Agents: Gnomon of this commit, " + jars(target.resolve("agents")));
    return String.join("\n", lines);
  }

  private static String jars(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .map(file -> file.getFileName().toString().replace(".jar", ""))
          .sorted()
          .collect(Collectors.joining(", "));
    }
  }

  private static Figures measure(Path root, Options options, List<Contender> contenders)
      throws IOException, InterruptedException {
    Figures figures = new Figures();
    for (int number = 1; number <= options.rounds(); number++) {
      for (Contender contender : contenders) {
        progress("round " + number + " of " + options.rounds() + ": " + contender.title());
        new Round(root, options, contender, figures).run(number);
      }
    }
    for (int number = 1; number <= options.starts(); number++) {
      for (Contender contender : contenders) {
        progress("start " + number + " of " + options.starts() + ": " + contender.title());
        new Round(root, options, contender, figures).start(number);
      }
    }
    return figures;
  }

  @SuppressWarnings("SystemOut")
  private static void progress(String line) {
    System.err.println(line);
  }
}
