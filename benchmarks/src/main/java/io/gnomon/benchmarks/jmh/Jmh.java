package io.gnomon.benchmarks.jmh;

import io.gnomon.benchmarks.machine.Machine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the benchmarks with one thread and with two; {@code benchmarks/jmh} starts it. */
public final class Jmh {

  private static final String ALL = "io\\.gnomon\\.benchmarks\\.jmh\\..*";
  private static final int[] THREADS = {1, 2};

  private Jmh() {}

  /**
   * Runs them, prints the table and writes it to a file.
   *
   * @param args the project's root; then {@code --quick} for a look, {@code --out FILE}
   * @throws Exception if a benchmark fails
   */
  @SuppressWarnings("SystemOut")
  public static void main(String[] args) throws Exception {
    List<String> arguments = List.of(args).subList(1, args.length);
    boolean quick = arguments.contains("--quick");
    int out = arguments.indexOf("--out") + 1;
    Path report = Path.of(out > 0 ? arguments.get(out) : args[0] + "/docs/jmh.md");
    String machine = String.join("\n", Machine.describe());
    Map<Integer, Collection<RunResult>> results = new TreeMap<>();
    for (int threads : THREADS) {
      results.put(threads, run(threads, quick));
    }
    String table = new JmhTable(String.join(" ", arguments), machine, results).markdown();
    System.out.println(table);
    Files.createDirectories(report.toAbsolutePath().getParent());
    Files.writeString(report, table);
  }

  private static Collection<RunResult> run(int threads, boolean quick) throws RunnerException {
    Options options =
        new OptionsBuilder()
            .include(ALL)
            .threads(threads)
            .forks(quick ? 1 : 2)
            .warmupIterations(quick ? 1 : 3)
            .warmupTime(TimeValue.milliseconds(quick ? 300 : 1_000))
            .measurementIterations(quick ? 2 : 4)
            .measurementTime(TimeValue.milliseconds(quick ? 300 : 1_000))
            .jvmArgs("-Xms512m", "-Xmx512m")
            .addProfiler(GCProfiler.class)
            .timeout(TimeValue.seconds(20))
            .shouldFailOnError(true)
            .build();
    return new Runner(options).run();
  }
}
