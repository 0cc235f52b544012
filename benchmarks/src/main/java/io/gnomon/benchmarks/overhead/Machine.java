package io.gnomon.benchmarks.overhead;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a reader has to know to compare figures with those of another run. */
final class Machine {

  private Machine() {}

  /** A Markdown list; read before the run, for it tells how busy the machine was. */
  static String describe(Path root) throws IOException {
    return String.join(
        "\n",
        "- Date: " + Instant.now().truncatedTo(ChronoUnit.MINUTES),
        "- Commit: " + System.getProperty("gnomon.commit", "unknown"),
        "- Processors: "
            + Runtime.getRuntime().availableProcessors()
            + " x "
            + field("/proc/cpuinfo", "model name"),
        "- Memory: " + field("/proc/meminfo", "MemTotal"),
        "- System: " + System.getProperty("os.name") + " " + System.getProperty("os.version"),
        "- Load average before the run: " + Files.readString(Path.of("/proc/loadavg")).strip(),
        "- JVM: "
            + System.getProperty("java.vm.name")
            + " "
            + System.getProperty("java.vm.version")
            + ", service with `"
            + String.join(" ", ServiceProcess.JVM_OPTIONS)
            + "`",
        "- Service: " + jars(root.resolve("benchmarks/target/service")),
        "- Agents: Gnomon of this commit, " + jars(root.resolve("benchmarks/target/agents")));
  }

  private static String field(String file, String name) throws IOException {
    List<String> lines = Files.readAllLines(Path.of(file));
    return lines.stream()
        .filter(line -> line.startsWith(name))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse("unknown");
  }

  private static String jars(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .map(file -> file.getFileName().toString().replace(".jar", ""))
          .sorted()
          .collect(Collectors.joining(", "));
    }
  }
}
