package io.gnomon.benchmarks.jmh;

import java.util.Map;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/**
 * What one benchmark measured with so many threads.
 *
 * @param name class and method, and its parameters
 * @param threads how many
 * @param nanos average time per operation
 * @param error half of its 99.9% confidence interval, in nanoseconds
 * @param bytes allocated per operation
 */
record Measured(String name, int threads, double nanos, double error, double bytes) {

  private static final String ALLOCATED = "gc.alloc.rate.norm";

  static Measured of(RunResult result) {
    BenchmarkParams params = result.getParams();
    return new Measured(
        name(params),
        params.getThreads(),
        result.getPrimaryResult().getScore(),
        result.getPrimaryResult().getScoreError(),
        allocated(result));
  }

  private static String name(BenchmarkParams params) {
    String[] parts = params.getBenchmark().split("\\.", -1);
    StringBuilder name = new StringBuilder(parts[parts.length - 2].replace("Benchmark", ""));
    name.append('.').append(parts[parts.length - 1]);
    for (String key : params.getParamsKeys()) {
      name.append(", ").append(params.getParam(key)).append(' ').append(key);
    }
    return name.toString();
  }

  @SuppressWarnings("rawtypes") // JMH declares it so.
  private static double allocated(RunResult result) {
    for (Map.Entry<String, Result> each : result.getSecondaryResults().entrySet()) {
      if (each.getKey().endsWith(ALLOCATED)) {
        return each.getValue().getScore();
      }
    }
    throw new IllegalStateException("no " + ALLOCATED);
  }
}
