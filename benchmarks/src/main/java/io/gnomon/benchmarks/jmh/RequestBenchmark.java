package io.gnomon.benchmarks.jmh;

import io.gnomon.benchmarks.woven.Installed;
import io.gnomon.core.request.RequestRecord;
import io.gnomon.core.request.RequestRecord.RouteSource;
import io.gnomon.core.request.Requests;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A request that asks nothing of a database, from start to end. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RequestBenchmark {

  private static final String ROUTE = "/items/{id}";

  private final Requests requests = Installed.core().requests();

  /** Start, route, end. */
  @Benchmark
  public void startAndEnd() {
    RequestRecord record = requests.start("GET", "http");
    requests.route(record, ROUTE, RouteSource.SERVLET);
    requests.end(record, record.generation(), 200, "1.1");
  }

  /** The same, with the size of the response's body told. */
  @Benchmark
  public void startAndEndWithBody() {
    RequestRecord record = requests.start("GET", "http");
    requests.route(record, ROUTE, RouteSource.SERVLET);
    record.bodies().transferred(0, 4_711);
    requests.end(record, record.generation(), 200, "1.1");
  }
}
