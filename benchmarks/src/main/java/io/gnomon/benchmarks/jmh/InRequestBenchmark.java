package io.gnomon.benchmarks.jmh;

import io.gnomon.benchmarks.woven.CurrentRequest;
import io.gnomon.benchmarks.woven.Installed;
import io.gnomon.benchmarks.woven.Session;
import io.gnomon.core.query.Database;
import io.gnomon.core.query.Execution;
import io.gnomon.core.query.Query;
import io.gnomon.core.query.QueryShape;
import io.gnomon.core.request.RequestRecord;
import io.gnomon.core.spans.SpanList;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * What a query costs inside a request, where it is recorded as a span too. The request forgets its
 * spans after each 100th, which is a part of what is measured: its end does the same.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class InRequestBenchmark {

  private static final int SPANS = 100;

  private final Session session = new Session();
  private final CurrentRequest request = new CurrentRequest();
  private final Execution execution = new Execution().of(query(), System.nanoTime(), 1_000_000);
  private int count;

  private static Query query() {
    return Installed.core()
        .queries()
        .query(
            new Database("postgresql", "shop", "db", 0),
            new QueryShape(4_711, QueryBenchmark.SQL, "SELECT item"));
  }

  private void forget() {
    if (++count == SPANS) {
      count = 0;
      request.clear();
    }
  }

  /** A turn of the record, and a span put into it. */
  @Benchmark
  public void span() {
    RequestRecord record = request.record();
    int turn = record.enter(record.generation());
    record.add(execution, SpanList.ROOT, false);
    record.leave(turn);
    forget();
  }

  /** Prepare, execute and close. */
  @Benchmark
  public void prepareExecuteClose() {
    session.run(QueryBenchmark.SQL);
    forget();
  }

  /** The thread works for nobody from now on. */
  @TearDown
  public void end() {
    request.end();
  }
}
