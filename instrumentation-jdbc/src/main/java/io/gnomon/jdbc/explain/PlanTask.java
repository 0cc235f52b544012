package io.gnomon.jdbc.explain;

import io.gnomon.core.failures.Failures;
import io.gnomon.core.slowquery.PlanReceiver;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** One plan to be taken: judges the text, borrows a connection, asks. Used by one thread. */
final class PlanTask implements Runnable {

  private final PlanDialect dialect;
  private final String text;
  private final ConnectionOrigin origin;
  private final PlanReceiver receiver;
  private final Outcomes outcomes;
  private final Failures failures;

  PlanTask(
      PlanDialect dialect,
      String text,
      ConnectionOrigin origin,
      PlanReceiver receiver,
      Outcomes outcomes,
      Failures failures) {
    this.dialect = dialect;
    this.text = text;
    this.origin = origin;
    this.receiver = receiver;
    this.outcomes = outcomes;
    this.failures = failures;
  }

  @Override
  public void run() {
    String plan = null;
    try {
      plan = plan();
      outcomes.count(Outcome.PLAN);
    } catch (NoPlanException none) {
      outcomes.count(none.outcome);
    } catch (Throwable failure) {
      failures.caught("explain", failure);
    } finally {
      receiver.plan(plan);
    }
  }

  private @Nullable String plan() throws NoPlanException {
    GuardedSelect select = SelectGuard.check(text, dialect.grammar());
    DataSource source = origin.dataSource();
    if (source == null) {
      throw new NoPlanException(Outcome.SKIPPED_NO_DATA_SOURCE);
    }
    if (origin.hasWaiters()) {
      throw new NoPlanException(Outcome.SKIPPED_POOL_BUSY);
    }
    Thread thread = Thread.currentThread();
    ClassLoader ours = thread.getContextClassLoader();
    // A source may look for its driver by the loader of the thread that asks.
    thread.setContextClassLoader(source.getClass().getClassLoader());
    try {
      return ask(source, select);
    } finally {
      thread.setContextClassLoader(ours);
    }
  }

  private String ask(DataSource source, GuardedSelect select) throws NoPlanException {
    try (BorrowedConnection connection = borrowed(source);
        Statement statement = connection.statement()) {
      return dialect.plan(statement, select);
    } catch (SQLException refused) {
      throw new NoPlanException(Outcome.FAILED_DATABASE);
    }
  }

  private static BorrowedConnection borrowed(DataSource source) throws NoPlanException {
    try {
      return BorrowedConnection.of(source);
    } catch (SQLException | RuntimeException none) {
      throw new NoPlanException(Outcome.FAILED_CONNECTION);
    }
  }
}
