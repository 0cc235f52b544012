package io.gnomon.bootstrap;

import org.jspecify.annotations.Nullable;

/**
 * What advice calls where a request is dispatched within itself: static, and nothing gets out. Each
 * method hands to the {@link ServletHandler} installed when this class was initialized. Any thread,
 * concurrently.
 */
public final class DispatchProbe {

  /** {@code RequestDispatcher.forward}. */
  public static final int FORWARD = 0;

  /** {@code RequestDispatcher.include}. */
  public static final int INCLUDE = 1;

  /** A dispatch to an error page, where the container has a method of its own for it. */
  public static final int ERROR = 2;

  /** {@code AsyncContext.dispatch}, where it goes through a dispatcher. */
  public static final int ASYNC = 3;

  private static final ServletHandler HANDLER = Probes.servlet();

  /** See {@link ServletHandler#traces}. A constant to the JIT. */
  public static final boolean TRACES = HANDLER.traces();

  private DispatchProbe() {}

  /**
   * See {@link ServletHandler#dispatching}.
   *
   * @param kind {@link #FORWARD} and so on
   * @return as there; 0 unless {@link #TRACES}, or after a failure of ours
   */
  public static long dispatching(int kind) {
    try {
      return TRACES ? HANDLER.dispatching(kind) : 0;
    } catch (Throwable failure) {
      Probes.swallow(HANDLER, failure);
      return 0;
    }
  }

  /**
   * See {@link ServletHandler#dispatched}.
   *
   * @param token what {@link #dispatching} returned; nothing happens for 0
   * @param thrown what left the dispatch, or null
   */
  public static void dispatched(long token, @Nullable Throwable thrown) {
    if (token == 0) {
      return;
    }
    try {
      HANDLER.dispatched(token, thrown);
    } catch (Throwable failure) {
      Probes.swallow(HANDLER, failure);
    }
  }

  /**
   * See {@link ServletHandler#included}.
   *
   * @param context the servlet context
   * @param servletPath as the attribute of the request tells it
   * @param pathInfo as the attribute of the request tells it
   */
  public static void included(
      Object context, @Nullable Object servletPath, @Nullable Object pathInfo) {
    try {
      HANDLER.included(context, servletPath, pathInfo);
    } catch (Throwable failure) {
      Probes.swallow(HANDLER, failure);
    }
  }
}
