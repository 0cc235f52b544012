package io.gnomon.benchmarks.jmh;

import io.gnomon.benchmarks.woven.CurrentRequest;
import io.gnomon.benchmarks.woven.Session;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A request from start to end, with queries that are prepared, executed and closed. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class WholeRequestBenchmark {

  /** How many queries it runs. */
  @Param({"1", "10", "100"})
  public int queries;

  private final Session session = new Session();
  private final CurrentRequest request = new CurrentRequest();

  /** All of it. */
  @Benchmark
  public void request() {
    for (int i = 0; i < queries; i++) {
      session.run(QueryBenchmark.SQL);
    }
    request.turnOver();
  }

  /** The thread works for nobody from now on. */
  @TearDown
  public void end() {
    request.end();
  }
}
