package io.gnomon.benchmarks.jmh;

import io.gnomon.benchmarks.machine.Machine;
import io.micrometer.core.instrument.Timer;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the benchmarks with 1 thread up to the processors; {@code benchmarks/jmh} starts it. */
public final class Jmh {

  /** A regular expression that all benchmarks match. */
  static final String ALL = "io\\.gnomon\\.benchmarks\\.jmh\\..*";

  private Jmh() {}

  /**
   * Runs them, prints the report and writes it to a file.
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
    List<String> machine = describe();
    List<RunResult> results = new ArrayList<>();
    for (int threads : threads(Runtime.getRuntime().availableProcessors())) {
      results.addAll(run(threads, quick));
    }
    String text =
        new JmhTable(String.join(" ", arguments), machine, Measurements.of(results)).markdown();
    System.out.println(text);
    Files.createDirectories(report.toAbsolutePath().getParent());
    Files.writeString(report, text);
  }

  /** 1, 2, 4 and so on, and as many as there are processors. */
  static List<Integer> threads(int processors) {
    TreeSet<Integer> threads = new TreeSet<>();
    for (int each = 1; each <= processors; each *= 2) {
      threads.add(each);
    }
    threads.add(processors);
    return List.copyOf(threads);
  }

  private static List<String> describe() throws IOException {
    List<String> lines = new ArrayList<>(Machine.describe());
    lines.add(
        "- Beside: "
            + Stream.of(
                    SdkMeterProvider.class, SdkTracerProvider.class, Timer.class, Histogram.class)
                .map(Jmh::jar)
                .collect(Collectors.joining(", ")));
    return lines;
  }

  /** Name and version of what a class came from. */
  static String jar(Class<?> type) {
    String path = type.getProtectionDomain().getCodeSource().getLocation().getPath();
    return path.substring(path.lastIndexOf('/') + 1).replace(".jar", "");
  }

  private static List<RunResult> run(int threads, boolean quick) throws RunnerException {
    Options options =
        new OptionsBuilder()
            .include(ALL)
            .threads(threads)
            .forks(quick ? 1 : 2)
            .warmupIterations(quick ? 1 : 3)
            .warmupTime(TimeValue.milliseconds(quick ? 400 : 600))
            .measurementIterations(quick ? 2 : 4)
            .measurementTime(TimeValue.milliseconds(quick ? 150 : 600))
            .jvmArgs("-Xms512m", "-Xmx512m")
            .addProfiler(GCProfiler.class)
            .timeout(TimeValue.seconds(20))
            .shouldFailOnError(true)
            .build();
    return List.copyOf(new Runner(options).run());
  }
}
