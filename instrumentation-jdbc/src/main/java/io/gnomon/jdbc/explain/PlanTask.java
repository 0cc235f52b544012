package io.gnomon.jdbc.explain;

import io.gnomon.core.failures.Failures;
import io.gnomon.core.slowquery.PlanReceiver;
import java.sql.SQLException;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** One plan to be taken: judges the text, borrows a connection, asks. Used by one thread. */
final class PlanTask implements Runnable {

  /** How often a pool is asked whether it is busy still. */
  static final int MAX_LOOKS = 10;

  private static final long LOOK_NANOS = 100_000_000L;

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
      outcomes.count(Outcome.FAILED_OTHER);
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
    if (isBusyForLong()) {
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

  /** A pool that is just growing has waiters for a moment, and to skip costs the query its turn. */
  private boolean isBusyForLong() {
    for (int looks = 1; origin.hasWaiters(); looks++) {
      if (looks == MAX_LOOKS) {
        return true;
      }
      LockSupport.parkNanos(this, LOOK_NANOS);
    }
    return false;
  }

  private String ask(DataSource source, GuardedSelect select) throws NoPlanException {
    try (BorrowedConnection connection = borrowed(source);
        TimedStatement statement = connection.statement()) {
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
