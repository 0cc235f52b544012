package io.gnomon.benchmarks.woven;

import io.gnomon.bootstrap.JdbcProbe;
import org.jspecify.annotations.Nullable;

/**
 * A connection with a statement and a result that an application uses, as far as the probes are
 * told of it. Belongs to one thread.
 */
public final class Session {

  private static final String URL = "jdbc:postgresql://db/shop";

  private final DriverObject connection = new DriverObject();
  private final DriverObject result = new DriverObject();
  private final DriverStatement statement = DriverStatement.make();

  /** Connects. */
  public Session() {
    Installed.core();
    JdbcProbe.connected(JdbcProbe.connecting(new DriverOfBenchmark()), connection, URL);
  }

  /**
   * Prepares the statement.
   *
   * @param sql its text
   */
  public void prepare(String sql) {
    JdbcProbe.prepared(connection, JdbcProbe.left(connection), statement, sql);
  }

  private int executing() {
    return JdbcProbe.executing(statement, JdbcProbe.left(statement));
  }

  private void executed(int token, @Nullable String sql, @Nullable Object given) {
    JdbcProbe.executed(token, statement, JdbcProbe.left(statement), sql, given, null);
  }

  /** Executes what was prepared; it gives no result. */
  public void execute() {
    executed(executing(), null, null);
  }

  /** Executes what was prepared; it gives a result that is to be read. */
  public void query() {
    executed(executing(), null, result);
  }

  /**
   * Asks for the next row of the result.
   *
   * @param row whether there is one
   */
  public void next(boolean row) {
    int token = JdbcProbe.advancing(result, JdbcProbe.left(result));
    JdbcProbe.advanced(token, result, JdbcProbe.left(result), row);
  }

  /** Closes the result. */
  public void closeResult() {
    JdbcProbe.leave(result, JdbcProbe.closed(result, JdbcProbe.left(result)));
  }

  /** Closes the statement. */
  public void close() {
    JdbcProbe.leave(statement, JdbcProbe.closed(statement, JdbcProbe.left(statement)));
  }

  /**
   * Prepares, executes and closes: what a framework does for each query.
   *
   * @param sql the text
   */
  public void run(String sql) {
    prepare(sql);
    execute();
    close();
  }

  /**
   * Creates a statement, executes a text with it and closes it.
   *
   * @param sql the text
   */
  public void runText(String sql) {
    JdbcProbe.created(connection, statement);
    executed(executing(), sql, null);
    close();
  }
}
