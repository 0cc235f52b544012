package io.gnomon.benchmarks.jmh;

import io.gnomon.benchmarks.woven.CurrentRequest;
import io.gnomon.benchmarks.woven.Installed;
import io.gnomon.benchmarks.woven.Session;
import io.gnomon.core.traces.Traces;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Whether a request is kept as a trace, decided at its end; it is not. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DecisionBenchmark {

  /** How many spans the request has inside. */
  @Param({"0", "10", "100"})
  public int spans;

  private final Traces traces = Installed.core().traces();
  private final Session session = new Session();
  private final CurrentRequest request = new CurrentRequest();

  /** Runs the queries that become the spans. */
  @Setup
  public void fill() {
    for (int i = 0; i < spans; i++) {
      session.run(QueryBenchmark.SQL);
    }
  }

  /** The decision. */
  @Benchmark
  public void ended() {
    traces.ended(request.record());
  }

  /** The thread works for nobody from now on. */
  @TearDown
  public void end() {
    request.end();
  }
}
