package io.gnomon.benchmarks.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Every benchmark runs; no figure of it is looked at. */
class JmhSmokeTest {

  private static final List<Class<?>> CLASSES =
      List.of(
          ClientBenchmark.class,
          DecisionBenchmark.class,
          DigestBenchmark.class,
          FloorBenchmark.class,
          HistogramBenchmark.class,
          InRequestBenchmark.class,
          MicrometerBenchmark.class,
          OpenTelemetryBenchmark.class,
          QueryBenchmark.class,
          RequestBenchmark.class,
          TaskBenchmark.class,
          WholeRequestBenchmark.class);

  private static Measurements measurements;

  @BeforeAll
  static void run() throws Exception {
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include(Jmh.ALL)
                    .forks(0)
                    .warmupIterations(0)
                    .measurementIterations(1)
                    .measurementTime(TimeValue.milliseconds(10))
                    .addProfiler(GCProfiler.class)
                    .shouldFailOnError(true)
                    .shouldDoGC(false)
                    .verbosity(VerboseMode.SILENT)
                    .build())
            .run();
    measurements = Measurements.of(results);
  }

  private static Stream<String> declared(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(Benchmark.class))
        .map(Method::getName)
        .map(name -> type.getSimpleName().replace("Benchmark", "") + "." + name);
  }

  @Test
  void everyBenchmarkRan() {
    assertThat(
            measurements.names().stream()
                .map(name -> name.replaceAll(",.*", ""))
                .collect(Collectors.toSet()))
        .containsExactlyInAnyOrderElementsOf(
            CLASSES.stream().flatMap(JmhSmokeTest::declared).toList());
  }

  @Test
  void allAreInTheReport() {
    String report = new JmhTable("", List.of("- a machine"), measurements).markdown();

    assertThat(measurements.names()).allMatch(name -> report.contains("\n| " + name + " | "));
    assertThat(report).contains("| Decision.ended, 100 spans |");
    assertThat(Comparison.ALL).allMatch(each -> report.contains("| " + each.what() + " | "));
  }

  @Test
  void tellsTheVersionsOfOthers() {
    assertThat(Jmh.jar(io.micrometer.core.instrument.Timer.class)).matches("micrometer-core-1.*");
  }
}
