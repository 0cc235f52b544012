package io.gnomon.jdbc.pools;

import org.jspecify.annotations.Nullable;

/**
 * The {@code getConnection} calls that a thread is in: a pool may ask a pool. A call of the same
 * data source inside its own (one overload that calls the other) is the same call. Belongs to its
 * thread; holds data sources for as long as they are asked.
 */
final class BorrowNest {

  /** How many pools may ask each other. */
  static final int MAX_DEPTH = 8;

  private static final ThreadLocal<BorrowNest> CURRENT = new ThreadLocal<>();

  private final @Nullable Object[] dataSources = new @Nullable Object[MAX_DEPTH];
  private final @Nullable Pool[] pools = new @Nullable Pool[MAX_DEPTH];
  private final long[] startNanos = new long[MAX_DEPTH];
  private int depth;
  private @Nullable Object handedOut;

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
}
