package io.gnomon.jdbc.pools;

import io.gnomon.core.clock.Clock;
import io.gnomon.core.query.CallNest;
import org.jspecify.annotations.Nullable;

/**
 * The {@code getConnection} calls that a thread is in: a pool may ask a pool. A call of the same
 * data source inside its own (one overload that calls the other) is the same call. And what the
 * thread took last, and connected last. Belongs to its thread; holds data sources for as long as
 * they are asked.
 */
public final class BorrowNest {

  /** How many pools may ask each other. */
  static final int MAX_DEPTH = 8;

  /** How many of the connections that a thread took last are remembered, a power of two. */
  static final int MAX_TAKEN = 4;

  private static final ThreadLocal<BorrowNest> CURRENT = new ThreadLocal<>();

  private final @Nullable Object[] dataSources = new @Nullable Object[MAX_DEPTH];
  private final @Nullable Pool[] pools = new @Nullable Pool[MAX_DEPTH];
  private final long[] startNanos = new long[MAX_DEPTH];
  private int depth;
  private @Nullable Object handedOut;
  private final @Nullable Borrow[] taken = new @Nullable Borrow[MAX_TAKEN];
  private final long[] takenUses = new long[MAX_TAKEN];
  private int lastTaken;
  private @Nullable PhysicalConnection connected;

  private BorrowNest() {}

  static BorrowNest current() {
    BorrowNest nest = CURRENT.get();
    if (nest == null) {
      nest = new BorrowNest();
      CURRENT.set(nest);
    }
    return nest;
  }

  /** Whether a call of this data source would be a new one. */
  boolean admits(Object dataSource) {
    return depth == 0 || (depth < MAX_DEPTH && dataSources[depth - 1] != dataSource);
  }

  /** Forgets calls whose exits never came, so that the thread is not blind to a pool for ever. */
  void forgetStale(Clock clock) {
    if (depth > 0 && clock.nanoTime() - startNanos[0] > CallNest.STALE_NANOS) {
      exit(1);
    }
  }

  /** Enters a call; gives its token. */
  int enter(Object dataSource, Pool pool, long nowNanos) {
    dataSources[depth] = dataSource;
    pools[depth] = pool;
    startNanos[depth] = nowNanos;
    handedOut = null;
    return ++depth;
  }

  /** The pool of a call, or null if the call was forgotten after a failure of ours. */
  @Nullable Pool pool(int token) {
    return token <= depth ? pools[token - 1] : null;
  }

  long startNanos(int token) {
    return startNanos[token - 1];
  }

  /** Leaves a call, and those inside it that were not left. */
  void exit(int token) {
    while (depth >= token) {
      depth--;
      dataSources[depth] = null;
      pools[depth] = null;
    }
    handedOut = null;
  }

  /** The pool that the innermost call asks, or null outside of calls. */
  @Nullable Pool asking() {
    return depth == 0 ? null : pools[depth - 1];
  }

  /** Notes the object behind the proxy that the innermost call will return. */
  void handedOut(Object bearer) {
    if (depth > 0) {
      handedOut = bearer;
    }
  }

  /** What {@link #handedOut(Object)} noted since the innermost call was entered. */
  @Nullable Object handedOut() {
    return handedOut;
  }

  /** Notes what the thread has just taken. */
  void took(Borrow borrow) {
    lastTaken = (lastTaken + 1) & (MAX_TAKEN - 1);
    taken[lastTaken] = borrow;
    takenUses[lastTaken] = borrow.state();
  }

  /**
   * What the calling thread took last of a pool and still holds.
   *
   * @param pool which
   * @return null if there is none among its last {@link #MAX_TAKEN}
   */
  public static @Nullable Borrow heldFrom(Pool pool) {
    BorrowNest nest = current();
    for (int i = 0; i < MAX_TAKEN; i++) {
      int index = (nest.lastTaken - i) & (MAX_TAKEN - 1);
      Borrow borrow = nest.taken[index];
      if (borrow != null && borrow.state() == nest.takenUses[index] && borrow.pool() == pool) {
        return borrow;
      }
    }
    return null;
  }

  /**
   * Notes that the calling thread has connected, for the pool that may have had it do so.
   *
   * @param connection what came of it
   */
  public static void connected(PhysicalConnection connection) {
    current().connected = connection;
  }

  /** What was connected since a moment, once; null if nothing was. */
  @Nullable PhysicalConnection takeConnected(long sinceNanos) {
    PhysicalConnection last = connected;
    connected = null;
    return last != null && last.connectedNanos() - sinceNanos >= 0 ? last : null;
  }
}
