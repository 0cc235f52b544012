package io.gnomon.benchmarks.jmh;

import io.gnomon.bootstrap.JdbcProbe;
import io.gnomon.bootstrap.Probes;
import io.gnomon.jdbc.JdbcCalls;
import io.gnomon.jdbc.JdbcSettings;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What advice calls around a query, through the probe, as woven code does. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class QueryBenchmark {

  private static final String URL = "jdbc:postgresql://db/shop";
  private static final String SQL = "SELECT name, price FROM item WHERE id = ?";

  /** More texts than any cache of them holds. */
  private static final int LITERALS = 1 << 16;

  private final DriverObject connection = new DriverObject();
  private final DriverObject result = new DriverObject();
  private final DriverStatement statement = DriverStatement.make();
  private final String[] literals = new String[LITERALS];
  private int next;

  /** A connection and a statement of this thread's. */
  public QueryBenchmark() {
    for (int i = 0; i < LITERALS; i++) {
      literals[i] = "SELECT name, price FROM item WHERE id = " + i;
    }
  }

  /** One handler for all threads, before the first of them touches the probe. */
  @State(Scope.Benchmark)
  public static class Installed {

    /** Installs it. */
    @Setup(Level.Trial)
    public void install() {
      Probes.install(new JdbcCalls(Silence.core(), JdbcSettings.defaults()));
    }
  }

  /** Tells the connection, a prepared statement and its result; after the handler is there. */
  @Setup(Level.Trial)
  public void connect(Installed installed) {
    JdbcProbe.connected(JdbcProbe.connecting(new DriverOfBenchmark()), connection, URL);
    JdbcProbe.prepared(connection, statement, SQL);
    JdbcProbe.executed(JdbcProbe.executing(statement), statement, null, result, null);
  }

  /** Prepare, execute and close: what a framework does for each query. */
  @Benchmark
  public void prepareExecuteClose() {
    JdbcProbe.prepared(connection, statement, SQL);
    JdbcProbe.executed(JdbcProbe.executing(statement), statement, null, null, null);
    JdbcProbe.closed(statement);
  }

  /** Execute alone, of a statement that is kept. */
  @Benchmark
  public void execute() {
    JdbcProbe.executed(JdbcProbe.executing(statement), statement, null, null, null);
  }

  /** One row of a result: what a call of next adds. */
  @Benchmark
  public void nextRow() {
    JdbcProbe.advanced(JdbcProbe.advancing(result), result, true);
  }

  /** A text that is not in the cache: digested each time. */
  @Benchmark
  public void executeNewLiteral() {
    JdbcProbe.created(connection, statement);
    String sql = literals[next++ & (LITERALS - 1)];
    JdbcProbe.executed(JdbcProbe.executing(statement), statement, sql, null, null);
  }
}
