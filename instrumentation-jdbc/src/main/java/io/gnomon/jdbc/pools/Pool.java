package io.gnomon.jdbc.pools;

import io.gnomon.core.failures.Failures;
import io.gnomon.jdbc.pools.kinds.PoolKind;
import io.gnomon.jdbc.pools.kinds.PoolValue;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * A pool that has been asked for a connection, held weakly. Its name is read when something is
 * first recorded of it, on that thread, once; its values on threads of ours alone. Any thread.
 */
public final class Pool {

  private static final String NO_NAME = "unknown";

  private final PoolKind kind;
  private final WeakReference<Object> dataSource;
  private final Pools pools;
  private final Failures failures;
  private volatile @Nullable PoolSeries series;
  private volatile WeakReference<Object> maker = new WeakReference<>(null);
  private volatile long closedNanos;
  private volatile boolean open;
  private volatile boolean closed;

  Pool(PoolKind kind, Object dataSource, Pools pools, Failures failures) {
    this.kind = kind;
    this.dataSource = new WeakReference<>(dataSource);
    this.pools = pools;
    this.failures = failures;
  }

  /**
   * The pool's data source, which {@code getConnection} was called on.
   *
   * @return null if it was collected
   */
  public @Nullable Object dataSource() {
    return dataSource.get();
  }

  /**
   * The name in attributes.
   *
   * @return unique among the pools that are alive
   */
  public String name() {
    return series().poolName;
  }

  /**
   * The data source of a pool that is open.
   *
   * @return null if it was closed, for asking it may open it anew, or collected
   */
  public @Nullable Object openDataSource() {
    return isOpen() ? dataSource.get() : null;
  }

  /**
   * Whether taking a connection of this pool would take it from somebody: requests wait for one, or
   * none is idle. Asks the pool, which may take a lock for a moment: for threads of ours.
   *
   * @return true also if the pool does not tell, or is closed or gone
   */
  public boolean hasWaiters() {
    return !isOpen() || read(PoolValue.PENDING) > 0 || read(PoolValue.IDLE) < 1;
  }

  /** Reads a value on a thread of ours; a failure of the pool's is counted as one of ours. */
  long read(PoolValue value) {
    Object source = dataSource.get();
    if (source == null) {
      return PoolKind.NOT_EXPOSED;
    }
    try {
      return kind.read(source, maker.get(), value);
    } catch (Throwable failure) {
      failures.caught(PoolCalls.PART, source.getClass().getName(), failure);
      return PoolKind.NOT_EXPOSED;
    }
  }

  /** Counts a timeout, if that is why there was no connection. */
  void refused(Throwable thrown, long elapsedNanos) {
    Object source = dataSource.get();
    try {
      if (source != null && kind.isTimeout(source, thrown, elapsedNanos)) {
        series().timedOut();
      }
    } catch (Throwable failure) {
      failures.caught(PoolCalls.PART, failure);
    }
  }

  PoolKind kind() {
    return kind;
  }

  PoolSeries series() {
    PoolSeries known = series;
    return known != null ? known : named();
  }

  /** Asks the pool for its name outside our lock: it may take its own. */
  private PoolSeries named() {
    String ownName = ownName();
    synchronized (pools) {
      PoolSeries known = series;
      if (known == null) {
        known = pools.series(ownName);
        series = known;
      }
      return known;
    }
  }

  private String ownName() {
    Object source = dataSource.get();
    try {
      return source == null ? NO_NAME : kind.name(source);
    } catch (Throwable failure) {
      failures.caught(PoolCalls.PART, failure);
      return NO_NAME;
    }
  }

  /** The name it has taken, or null if it has none yet. */
  @Nullable String takenName() {
    PoolSeries known = series;
    return known == null ? null : known.poolName;
  }

  /** Whether it is there and not closed. */
  boolean isAlive() {
    return !closed && dataSource.get() != null;
  }

  /** Whether its values may be read: it has handed out a connection and was not closed since. */
  boolean isOpen() {
    return open && isAlive();
  }

  /**
   * Notes that it has handed out a connection.
   *
   * @param askedNanos when it was asked: an answer to a call from before its end opens nothing
   * @return true if that is the first one since it was made or closed
   */
  boolean opened(long askedNanos) {
    if (open || (closed && askedNanos - closedNanos < 0)) {
      return false;
    }
    open = true;
    closed = false;
    return true;
  }

  /** Keeps what it makes its connections with, weakly. */
  void makesWith(Object object) {
    maker = new WeakReference<>(object);
  }

  void close(long nowNanos) {
    closedNanos = nowNanos;
    closed = true;
    open = false;
  }
}
