package io.gnomon.benchmarks.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

class JmhSmokeTest {

  @Test
  void everyBenchmarkRunsAndIsInTheTable() throws Exception {
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include("io\\.gnomon\\.benchmarks\\.jmh\\..*")
                    .forks(0)
                    .warmupIterations(0)
                    .measurementIterations(1)
                    .measurementTime(TimeValue.milliseconds(20))
                    .addProfiler(GCProfiler.class)
                    .shouldFailOnError(true)
                    .shouldDoGC(false)
                    .verbosity(VerboseMode.SILENT)
                    .build())
            .run();

    String table = new JmhTable("--quick", "- a machine", Map.of(1, results)).markdown();

    assertThat(results).hasSizeGreaterThan(8);
    assertThat(table).contains("| Floor.twoNanoTimes |", "| Query.prepareExecuteClose |");
  }
}
