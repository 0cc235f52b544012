package io.gnomon.benchmarks.woven;

import io.gnomon.bootstrap.JdbcProbe;

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
    JdbcProbe.prepared(connection, statement, sql);
  }

  /** Executes what was prepared; it gives no result. */
  public void execute() {
    JdbcProbe.executed(JdbcProbe.executing(statement), statement, null, null, null);
  }

  /** Executes what was prepared; it gives a result that is to be read. */
  public void query() {
    JdbcProbe.executed(JdbcProbe.executing(statement), statement, null, result, null);
  }

  /**
   * Asks for the next row of the result.
   *
   * @param row whether there is one
   */
  public void next(boolean row) {
    JdbcProbe.advanced(JdbcProbe.advancing(result), result, row);
  }

  /** Closes the result. */
  public void closeResult() {
    JdbcProbe.closed(result);
  }

  /** Closes the statement. */
  public void close() {
    JdbcProbe.closed(statement);
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
    JdbcProbe.executed(JdbcProbe.executing(statement), statement, sql, null, null);
    close();
  }
}
