package io.gnomon.jdbc.explain;

import io.gnomon.core.clock.Clock;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Executor;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A connection of the application's source, in a transaction of ours that the dialect makes
 * read-only: {@code setReadOnly} would send some drivers to another server. Whatever happens,
 * closing rolls back, sets what was changed to what was found, and gives it back. For one thread.
 */
final class BorrowedConnection implements AutoCloseable {

  /** How long the network may be silent; longer than what the database may take. */
  private static final int NETWORK_TIMEOUT_MILLIS = (PlanDialect.TIMEOUT_SECONDS + 5) * 1_000;

  private static final Executor SAME_THREAD = Runnable::run;

  private final Connection connection;
  private final boolean autoCommit;
  private int networkTimeoutMillis = -1;
  private boolean begun;
  private @Nullable VirtualMachineError grave;

  private BorrowedConnection(Connection connection) throws SQLException {
    this.connection = connection;
    this.autoCommit = connection.getAutoCommit();
  }

  /**
   * Borrows a connection; waits as long as the source does.
   *
   * @throws SQLException if there is none, or none that can begin a transaction
   */
  static BorrowedConnection of(DataSource source) throws SQLException {
    Connection connection = source.getConnection();
    BorrowedConnection borrowed;
    try {
      borrowed = new BorrowedConnection(connection);
    } catch (Throwable failure) {
      connection.close();
      throw failure;
    }
    try {
      borrowed.begin();
      return borrowed;
    } catch (Throwable failure) {
      borrowed.close();
      throw failure;
    }
  }

  private void begin() throws SQLException {
    limitSilence();
    connection.setAutoCommit(false);
    begun = true;
  }

  /** Not every driver can; the statement's own timeout holds in any case. */
  private void limitSilence() {
    try {
      int found = connection.getNetworkTimeout();
      connection.setNetworkTimeout(SAME_THREAD, NETWORK_TIMEOUT_MILLIS);
      networkTimeoutMillis = found;
    } catch (SQLException | RuntimeException | AbstractMethodError notSupported) {
      networkTimeoutMillis = -1;
    }
  }

  /**
   * A plain statement, whose time begins now.
   *
   * @throws SQLException if the driver can't make one
   */
  TimedStatement statement() throws SQLException {
    Statement statement = connection.createStatement();
    try {
      statement.setEscapeProcessing(false);
      return new TimedStatement(statement, Clock.SYSTEM);
    } catch (Throwable failure) {
      statement.close();
      throw failure;
    }
  }

  /** One step of giving back; those after it are taken also if it fails. */
  private interface Step {
    void take() throws SQLException;
  }

  @Override
  public void close() {
    boolean clean = false;
    try {
      clean = isRestored();
    } finally {
      giveBack(clean);
    }
    if (grave != null) {
      throw grave;
    }
  }

  private boolean isRestored() {
    // Without a transaction there is nothing to roll back, and drivers refuse to.
    boolean clean = !begun || tried(connection::rollback);
    clean &= tried(() -> connection.setAutoCommit(autoCommit));
    if (networkTimeoutMillis >= 0) {
      clean &= tried(() -> connection.setNetworkTimeout(SAME_THREAD, networkTimeoutMillis));
    }
    return clean;
  }

  private void giveBack(boolean clean) {
    try {
      if (!clean) {
        // The pool must not hand it to the application as it is.
        tried(() -> connection.abort(SAME_THREAD));
      }
    } finally {
      tried(connection::close);
    }
  }

  private boolean tried(Step step) {
    try {
      step.take();
      return true;
    } catch (VirtualMachineError failure) {
      grave = failure;
      return false;
    } catch (Throwable failure) {
      return false;
    }
  }
}
