package io.gnomon.benchmarks.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** What a reader has to know to compare figures with those of another run. Linux. */
public final class Machine {

  private Machine() {}

  /**
   * Describes machine, JVM, commit and moment; to be called before the run, for it tells how busy
   * the machine was.
   *
   * @return lines of a Markdown list
   * @throws IOException if {@code /proc} can't be read
   */
  public static List<String> describe() throws IOException {
    return List.of(
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
            + System.getProperty("java.vm.version"));
  }

  private static String field(String file, String name) throws IOException {
    List<String> lines = Files.readAllLines(Path.of(file));
    return lines.stream()
        .filter(line -> line.startsWith(name))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse("unknown");
  }
}
