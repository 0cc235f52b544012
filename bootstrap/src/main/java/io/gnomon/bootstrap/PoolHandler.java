package io.gnomon.bootstrap;

import org.jspecify.annotations.Nullable;

/**
 * What the advice in connection pools reports. A data source is the pool's own object that {@code
 * getConnection} is called on; a bearer is the object that stands for a connection while it is
 * held: the logical connection itself, or the pool's object behind it if that is a JDK proxy.
 * Called on the application's and the pools' threads, concurrently.
 */
public abstract class PoolHandler extends ProbeHandler {

  /** For the one implementation, and for tests. */
  protected PoolHandler() {}

  /**
   * {@code getConnection} is entered.
   *
   * @param dataSource the receiver
   * @return the token to hand to {@link #borrowed}, or 0 if this call is not to be counted
   */
  protected abstract int borrowing(Object dataSource);

  /**
   * {@code getConnection} is left. Called only for a token other than 0.
   *
   * @param token what {@link #borrowing} returned
   * @param connection what it returned, or null if it threw
   * @param thrown what it threw, or null
   */
  protected abstract void borrowed(
      int token, @Nullable Object connection, @Nullable Throwable thrown);

  /**
   * Inside {@code getConnection}, the pool has chosen the object behind the proxy to come.
   *
   * @param bearer what {@link #returned} will be told of
   */
  protected abstract void handedOut(Object bearer);

  /**
   * A connection is closed by who held it, for the first time or again.
   *
   * @param bearer the logical connection, or what {@link #handedOut} told of
   */
  protected abstract void returned(Object bearer);

  /**
   * A pool is about to make a physical connection.
   *
   * @return when, monotonic nanoseconds
   */
  protected abstract long creating();

  /**
   * A pool has made a physical connection.
   *
   * @param creator an object of the pool's that it makes all its connections with
   * @param startNanos what {@link #creating} returned
   */
  protected abstract void created(Object creator, long startNanos);

  /**
   * A pool is closed.
   *
   * @param dataSource the receiver
   */
  protected abstract void poolClosed(Object dataSource);

  /**
   * A pool is stopped by who manages pools by their names.
   *
   * @param name the pool's own
   */
  protected abstract void poolStopped(String name);
}
