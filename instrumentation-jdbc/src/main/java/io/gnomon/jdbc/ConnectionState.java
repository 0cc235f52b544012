package io.gnomon.jdbc;

import io.gnomon.core.nplusone.QueryRuns;
import io.gnomon.core.query.Database;
import io.gnomon.core.request.ThreadHint;
import io.gnomon.core.request.ThreadState;
import io.gnomon.jdbc.explain.ConnectionOrigin;
import io.gnomon.jdbc.pools.Borrow;
import io.gnomon.jdbc.pools.BorrowNest;
import io.gnomon.jdbc.pools.Maker;
import io.gnomon.jdbc.pools.PhysicalConnection;
import io.gnomon.jdbc.pools.Pool;
import io.gnomon.jdbc.transactions.Transaction;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * What we leave on a driver's connection: which database it is, where it stands in its transaction,
 * which pool made it. Used by whoever uses the connection; what is not final may be imprecise if
 * two threads do so at a time, nothing more.
 */
final class ConnectionState implements PhysicalConnection, ConnectionOrigin {

  final Database database;
  final Transaction transaction;
  private final long connectedNanos;

  /** What ran on it outside requests, unless it is a pool's. */
  private final QueryRuns ownRuns = new QueryRuns();

  /** Of the thread that used it last. */
  private @Nullable ThreadHint user;

  private @Nullable Maker maker;
  private @Nullable Borrow borrow;
  private long use;
  private boolean ended;

  ConnectionState(Database database, Transaction transaction, long connectedNanos) {
    this.database = database;
    this.transaction = transaction;
    this.connectedNanos = connectedNanos;
  }

  @Override
  public long connectedNanos() {
    return connectedNanos;
  }

  @Override
  public void madeBy(Maker of) {
    maker = of;
  }

  /** The pool's own data source, which is held weakly. */
  @Override
  public @Nullable DataSource dataSource() {
    Pool pool = pool();
    Object source = pool == null ? null : pool.openDataSource();
    return source instanceof DataSource ? (DataSource) source : null;
  }

  @Override
  public boolean hasWaiters() {
    Pool pool = pool();
    return pool == null || pool.hasWaiters();
  }

  private @Nullable Pool pool() {
    Maker madeBy = maker;
    return madeBy == null ? null : madeBy.pool();
  }

  /** Whether a hold ends with its close: once, and not if a pool that we know made it. */
  boolean endsHold() {
    boolean ends = !ended && maker == null;
    ended = true;
    return ends;
  }

  /**
   * What ran in its unit of work outside requests: from the borrow to the return of what the
   * calling thread took of the pool, else from its own connect to its close. Null if a pool uses it
   * by itself, or another thread took it.
   */
  @Nullable QueryRuns runs() {
    Maker madeBy = maker;
    if (madeBy == null) {
      return ownRuns;
    }
    Borrow held = borrow;
    if (held == null || held.state() != use) {
      Pool pool = madeBy.pool();
      held = pool == null ? null : BorrowNest.heldFrom(pool);
      borrow = held;
      use = held == null ? 0 : held.state();
    }
    return held == null ? null : held.runs();
  }

  /** The state of the calling thread, which mostly is the one that used the connection last. */
  ThreadState thread() {
    ThreadState thread = ThreadState.current(user);
    if (user != thread.hint()) {
      user = thread.hint();
    }
    return thread;
  }

  QueryRuns ownRuns() {
    return ownRuns;
  }
}
