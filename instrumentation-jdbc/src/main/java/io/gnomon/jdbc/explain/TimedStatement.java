package io.gnomon.jdbc.explain;

import io.gnomon.core.clock.Clock;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A statement whose uses have {@link PlanDialect#TIMEOUT_SECONDS} together: each has what those
 * before it left, in whole seconds, and when nothing is left nothing more is asked. For one thread.
 */
final class TimedStatement implements AutoCloseable {

  private static final long SECOND_NANOS = 1_000_000_000L;

  private final Statement statement;
  private final Clock clock;
  private final long endNanos;

  /** The time begins now. */
  TimedStatement(Statement statement, Clock clock) {
    this.statement = statement;
    this.clock = clock;
    this.endNanos = clock.nanoTime() + PlanDialect.TIMEOUT_SECONDS * SECOND_NANOS;
  }

  /**
   * How long the next use may take: seconds, at least one.
   *
   * @throws NoPlanException if the time is over
   */
  int secondsLeft() throws NoPlanException {
    long leftNanos = endNanos - clock.nanoTime();
    if (leftNanos <= 0) {
      throw new NoPlanException(Outcome.FAILED_TIME);
    }
    return (int) ((leftNanos + SECOND_NANOS - 1) / SECOND_NANOS);
  }

  /** Has something done that has no result. */
  void execute(String sql) throws SQLException, NoPlanException {
    statement.setQueryTimeout(secondsLeft());
    statement.execute(sql);
  }

  /** Asks; the result is to be closed before the next use. */
  ResultSet query(String sql) throws SQLException, NoPlanException {
    statement.setQueryTimeout(secondsLeft());
    return statement.executeQuery(sql);
  }

  @Override
  public void close() throws SQLException {
    statement.close();
  }
}
