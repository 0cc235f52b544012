package io.gnomon.bootstrap;

import org.jspecify.annotations.Nullable;

/**
 * What the advice in connection pools calls: static, and nothing gets out. Each method hands to the
 * {@link PoolHandler} installed when this class was initialized. Any thread, concurrently.
 */
public final class PoolProbe {

  private static final PoolHandler HANDLER = Probes.pools();

  private PoolProbe() {}

  /**
   * See {@link PoolHandler#borrowing}.
   *
   * @param dataSource the receiver
   * @return the token for {@link #borrowed}, 0 if the call is not counted
   */
  public static int borrowing(Object dataSource) {
    try {
      return HANDLER.borrowing(dataSource);
    } catch (Throwable failure) {
      Probes.swallow(HANDLER, failure);
      return 0;
    }
  }

  /**
   * See {@link PoolHandler#borrowed}; does nothing for token 0.
   *
   * @param token what {@link #borrowing} returned
   * @param connection what the method returned, or null
   * @param thrown what the method threw, or null
   */
  public static void borrowed(int token, @Nullable Object connection, @Nullable Throwable thrown) {
    if (token == 0) {
      return;
    }
    try {
      HANDLER.borrowed(token, connection, thrown);
    } catch (Throwable failure) {
      Probes.swallow(HANDLER, failure);
    }
  }

  /**
   * See {@link PoolHandler#handedOut}.
   *
   * @param bearer the object behind the proxy, or null if there is none
   */
  public static void handedOut(@Nullable Object bearer) {
    if (bearer == null) {
      return;
    }
    try {
      HANDLER.handedOut(bearer);
    } catch (Throwable failure) {
      Probes.swallow(HANDLER, failure);
    }
  }

  /**
   * See {@link PoolHandler#returned}.
   *
   * @param bearer what is closed, or null if there is none
   */
  public static void returned(@Nullable Object bearer) {
    if (bearer == null) {
      return;
    }
    try {
      HANDLER.returned(bearer);
    } catch (Throwable failure) {
      Probes.swallow(HANDLER, failure);
    }
  }

  /**
   * See {@link PoolHandler#creating}.
   *
   * @return monotonic nanoseconds, 0 if this failed
   */
  public static long creating() {
    try {
      return HANDLER.creating();
    } catch (Throwable failure) {
      Probes.swallow(HANDLER, failure);
      return 0;
    }
  }

  /**
   * See {@link PoolHandler#created}; does nothing for a start of 0.
   *
   * @param creator what made the connection, or null if it is not known
   * @param startNanos what {@link #creating} returned
   */
  public static void created(@Nullable Object creator, long startNanos) {
    if (creator == null || startNanos == 0) {
      return;
    }
    try {
      HANDLER.created(creator, startNanos);
    } catch (Throwable failure) {
      Probes.swallow(HANDLER, failure);
    }
  }

  /**
   * See {@link PoolHandler#poolClosed}.
   *
   * @param dataSource the receiver
   */
  public static void poolClosed(Object dataSource) {
    try {
      HANDLER.poolClosed(dataSource);
    } catch (Throwable failure) {
      Probes.swallow(HANDLER, failure);
    }
  }

  /**
   * See {@link PoolHandler#poolStopped}.
   *
   * @param name the pool's own, or null if the application passed none
   */
  public static void poolStopped(@Nullable String name) {
    if (name == null) {
      return;
    }
    try {
      HANDLER.poolStopped(name);
    } catch (Throwable failure) {
      Probes.swallow(HANDLER, failure);
    }
  }
}
