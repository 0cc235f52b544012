package io.gnomon.benchmarks.jmh;

import io.gnomon.benchmarks.woven.Session;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What advice calls around a query outside requests, through the probe, as woven code does. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class QueryBenchmark {

  static final String SQL = "SELECT name, price FROM item WHERE id = ?";

  /** Its statement is closed between two uses. */
  private final Session session = new Session();

  /** Its statement stays prepared, and its result open. */
  private final Session kept = new Session();

  private final Literals literals = new Literals();

  /** A session of this thread's. */
  public QueryBenchmark() {
    kept.prepare(SQL);
    kept.query();
  }

  /** Prepare and close: a statement that is never executed. */
  @Benchmark
  public void prepareClose() {
    session.prepare(SQL);
    session.close();
  }

  /** Execute alone, of a statement that is kept. */
  @Benchmark
  public void execute() {
    kept.execute();
  }

  /** Prepare, execute and close: what a framework does for each query. */
  @Benchmark
  public void prepareExecuteClose() {
    session.run(SQL);
  }

  /** The same with a result of one row that is read to its end and closed. */
  @Benchmark
  public void prepareExecuteReadClose() {
    session.prepare(SQL);
    session.query();
    session.next(true);
    session.next(false);
    session.closeResult();
    session.close();
  }

  /** One row of a result: what a call of next adds. */
  @Benchmark
  public void nextRow() {
    kept.next(true);
  }

  /** A text that is not in the cache: digested each time. */
  @Benchmark
  public void newLiteral() {
    session.runText(literals.next());
  }
}
