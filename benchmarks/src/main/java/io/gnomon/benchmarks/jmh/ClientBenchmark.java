package io.gnomon.benchmarks.jmh;

import io.gnomon.benchmarks.woven.CurrentRequest;
import io.gnomon.benchmarks.woven.Installed;
import io.gnomon.bootstrap.ClientProbe;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A call to another service in a request: timed, a span, and told the trace it belongs to. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ClientBenchmark {

  private static final int SPANS = 100;

  private final CurrentRequest request = new CurrentRequest();
  private int count;

  /** Makes sure of the handlers. */
  public ClientBenchmark() {
    Installed.core();
  }

  /** Begun, given its headers, ended. */
  @Benchmark
  public String @Nullable [] call() {
    Object call = ClientProbe.begun(null, "GET", "http", "inventory", 8080, "/items/4711");
    String[] headers = ClientProbe.headers(call, null, null, null);
    ClientProbe.ended(call, 200, "HTTP/1.1", null);
    if (++count == SPANS) {
      count = 0;
      request.clear();
    }
    return headers;
  }

  /** The thread works for nobody from now on. */
  @TearDown
  public void end() {
    request.end();
  }
}
