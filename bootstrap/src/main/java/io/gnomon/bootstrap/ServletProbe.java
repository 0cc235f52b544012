package io.gnomon.bootstrap;

import org.jspecify.annotations.Nullable;

/**
 * What container and servlet advice calls: static, and nothing gets out. Each method hands to the
 * {@link ServletHandler} installed when this class was initialized. Any thread, concurrently.
 */
public final class ServletProbe {

  /** A call inside another call, or one that is not to be looked at. */
  public static final int NESTED = 0;

  /** The outermost call of a request that the container's connector has started. */
  public static final int OUTERMOST = 1;

  /** The outermost call of a request that nobody has started. */
  public static final int OUTSIDE = 2;

  /** Set in the token of a request that the servlet API, not a connector, started. */
  public static final int OURS = 2;

  private static final ServletHandler HANDLER = Probes.servlet();

  /**
   * See {@link ServletHandler#excludes}. A constant to the JIT, so that a path is read only where
   * it is needed.
   */
  public static final boolean EXCLUDES = HANDLER.excludes();

  /** See {@link ServletHandler#countsBytes}. A constant to the JIT. */
  public static final boolean COUNTS_BYTES = HANDLER.countsBytes();

  private ServletProbe() {}

  /**
   * See {@link ServletHandler#entered}.
   *
   * @param carrier what lives as long as the request
   * @param method as sent
   * @param scheme of the connection
   * @param path as sent; may be null unless {@link #EXCLUDES}
   * @return as there; null after a failure of ours
   */
  public static @Nullable Object entered(
      Object carrier, @Nullable String method, @Nullable String scheme, @Nullable String path) {
    try {
      return HANDLER.entered(carrier, method, scheme, path);
    } catch (Throwable failure) {
      Probes.swallow(HANDLER, failure);
      return null;
    }
  }

  /**
   * See {@link ServletHandler#joined}.
   *
   * @param carrier what lives as long as the request
   * @return as there; null after a failure of ours
   */
  public static @Nullable Object joined(@Nullable Object carrier) {
    try {
      return HANDLER.joined(carrier);
    } catch (Throwable failure) {
      Probes.swallow(HANDLER, failure);
      return null;
    }
  }

  /**
   * See {@link ServletHandler#left}.
   *
   * @param previous what the thread worked for before
   */
  public static void left(@Nullable Object previous) {
    try {
      HANDLER.left(previous);
    } catch (Throwable failure) {
      Probes.swallow(HANDLER, failure);
    }
  }

  /**
   * See {@link ServletHandler#threw}.
   *
   * @param carrier what lives as long as the request
   * @param thrown the exception
   */
  public static void threw(Object carrier, Throwable thrown) {
    try {
      HANDLER.threw(carrier, thrown);
    } catch (Throwable failure) {
      Probes.swallow(HANDLER, failure);
    }
  }

  /**
   * See {@link ServletHandler#received}.
   *
   * @param carrier what lives as long as the request
   * @param bytes how much
   */
  public static void received(Object carrier, long bytes) {
    try {
      HANDLER.received(carrier, bytes);
    } catch (Throwable failure) {
      Probes.swallow(HANDLER, failure);
    }
  }

  /**
   * See {@link ServletHandler#transferred}.
   *
   * @param carrier what lives as long as the request
   * @param received bytes of the request's body, or -1
   * @param sent bytes of the response's body, or -1
   */
  public static void transferred(Object carrier, long received, long sent) {
    try {
      HANDLER.transferred(carrier, received, sent);
    } catch (Throwable failure) {
      Probes.swallow(HANDLER, failure);
    }
  }

  /**
   * See {@link ServletHandler#ended}.
   *
   * @param carrier what lives as long as the request
   * @param method as sent
   * @param scheme of the connection
   * @param status the status
   * @param protocol as {@code HTTP/1.1}
   */
  public static void ended(
      Object carrier,
      @Nullable String method,
      @Nullable String scheme,
      int status,
      @Nullable String protocol) {
    try {
      HANDLER.ended(carrier, method, scheme, status, protocol);
    } catch (Throwable failure) {
      Probes.swallow(HANDLER, failure);
    }
  }

  /**
   * See {@link ServletHandler#refused}.
   *
   * @param scheme of the connection
   * @param status what the connector answered
   */
  public static void refused(String scheme, int status) {
    try {
      HANDLER.refused(scheme, status);
    } catch (Throwable failure) {
      Probes.swallow(HANDLER, failure);
    }
  }

  /**
   * See {@link ServletHandler#completed}.
   *
   * @param carrier what lives as long as the request
   * @param status the status
   * @param protocol as {@code HTTP/1.1}
   */
  public static void completed(Object carrier, int status, @Nullable String protocol) {
    try {
      HANDLER.completed(carrier, status, protocol);
    } catch (Throwable failure) {
      Probes.swallow(HANDLER, failure);
    }
  }

  /**
   * See {@link ServletHandler#completedInside}.
   *
   * @param carrier what lives as long as the request
   * @param status the status
   * @param protocol as {@code HTTP/1.1}
   */
  public static void completedInside(Object carrier, int status, @Nullable String protocol) {
    try {
      HANDLER.completedInside(carrier, status, protocol);
    } catch (Throwable failure) {
      Probes.swallow(HANDLER, failure);
    }
  }

  /**
   * See {@link ServletHandler#finished}.
   *
   * @param carrier what lives at least as long as the request
   * @param status the status
   * @param protocol as {@code HTTP/1.1}
   */
  public static void finished(Object carrier, int status, @Nullable String protocol) {
    try {
      HANDLER.finished(carrier, status, protocol);
    } catch (Throwable failure) {
      Probes.swallow(HANDLER, failure);
    }
  }

  /**
   * See {@link ServletHandler#recycled}.
   *
   * @param carrier what lives as long as the request
   * @param status the status
   */
  public static void recycled(Object carrier, int status) {
    try {
      HANDLER.recycled(carrier, status);
    } catch (Throwable failure) {
      Probes.swallow(HANDLER, failure);
    }
  }

  /**
   * See {@link ServletHandler#place}.
   *
   * @return as there; NESTED after a failure of ours
   */
  public static int place() {
    try {
      return HANDLER.place();
    } catch (Throwable failure) {
      Probes.swallow(HANDLER, failure);
      return NESTED;
    }
  }

  /**
   * See {@link ServletHandler#filtering}.
   *
   * @param filter the filter
   * @return as there; NESTED after a failure of ours
   */
  public static int filtering(Object filter) {
    try {
      return HANDLER.filtering(filter);
    } catch (Throwable failure) {
      Probes.swallow(HANDLER, failure);
      return NESTED;
    }
  }

  /**
   * See {@link ServletHandler#filteringFirst}.
   *
   * @param filter the filter
   * @param context the servlet context, or null
   */
  public static void filteringFirst(Object filter, @Nullable Object context) {
    try {
      HANDLER.filteringFirst(filter, context);
    } catch (Throwable failure) {
      Probes.swallow(HANDLER, failure);
    }
  }

  /**
   * See {@link ServletHandler#answered}.
   *
   * @return as there; false after a failure of ours
   */
  public static boolean answered() {
    try {
      return HANDLER.answered();
    } catch (Throwable failure) {
      Probes.swallow(HANDLER, failure);
      return false;
    }
  }

  /**
   * See {@link ServletHandler#filtered}.
   *
   * @param context the servlet context
   * @param servletPath as the servlet API tells it
   * @param pathInfo as the servlet API tells it
   */
  public static void filtered(
      Object context, @Nullable String servletPath, @Nullable String pathInfo) {
    try {
      HANDLER.filtered(context, servletPath, pathInfo);
    } catch (Throwable failure) {
      Probes.swallow(HANDLER, failure);
    }
  }

  /**
   * See {@link ServletHandler#controller}.
   *
   * @param context the servlet context, or null
   * @param pattern the framework's pattern
   */
  public static void controller(@Nullable Object context, String pattern) {
    try {
      HANDLER.controller(context, pattern);
    } catch (Throwable failure) {
      Probes.swallow(HANDLER, failure);
    }
  }

  /**
   * See {@link ServletHandler#inside}.
   *
   * @param pattern the framework's pattern
   */
  public static void inside(String pattern) {
    try {
      HANDLER.inside(pattern);
    } catch (Throwable failure) {
      Probes.swallow(HANDLER, failure);
    }
  }

  /**
   * See {@link ServletHandler#routed}.
   *
   * @param pattern the framework's pattern
   */
  public static void routed(String pattern) {
    try {
      HANDLER.routed(pattern);
    } catch (Throwable failure) {
      Probes.swallow(HANDLER, failure);
    }
  }

  /**
   * See {@link ServletHandler#calling}.
   *
   * @return as there; 0 after a failure of ours
   */
  public static int calling() {
    try {
      return HANDLER.calling();
    } catch (Throwable failure) {
      Probes.swallow(HANDLER, failure);
      return 0;
    }
  }

  /**
   * See {@link ServletHandler#starting}.
   *
   * @param request the servlet API's request
   * @param method as sent
   * @param scheme of the connection
   * @param path as sent; may be null unless {@link #EXCLUDES}
   * @return as there; 0 after a failure of ours
   */
  public static int starting(
      Object request, @Nullable String method, @Nullable String scheme, @Nullable String path) {
    try {
      return HANDLER.starting(request, method, scheme, path);
    } catch (Throwable failure) {
      Probes.swallow(HANDLER, failure);
      return 0;
    }
  }

  /**
   * See {@link ServletHandler#mapped}.
   *
   * @param context the servlet context
   * @param servletPath as the servlet API tells it
   * @param pathInfo as the servlet API tells it
   * @param pattern Spring MVC's best matching pattern
   */
  public static void mapped(
      Object context,
      @Nullable String servletPath,
      @Nullable String pathInfo,
      @Nullable Object pattern) {
    try {
      HANDLER.mapped(context, servletPath, pathInfo, pattern);
    } catch (Throwable failure) {
      Probes.swallow(HANDLER, failure);
    }
  }

  /**
   * See {@link ServletHandler#called}.
   *
   * @param token the token of the call
   * @param context the servlet context, or null if the request told none any more
   * @param pattern Spring MVC's best matching pattern
   * @param thrown what left it
   */
  public static void called(
      int token, @Nullable Object context, @Nullable Object pattern, @Nullable Throwable thrown) {
    try {
      HANDLER.called(token, context, pattern, thrown);
    } catch (Throwable failure) {
      Probes.swallow(HANDLER, failure);
    }
  }

  /**
   * See {@link ServletHandler#stopped}.
   *
   * @param token the token of the call
   * @param async the asynchronous context
   * @param response the response
   * @param status the status
   * @param protocol as {@code HTTP/1.1}
   */
  public static void stopped(
      int token, @Nullable Object async, Object response, int status, @Nullable String protocol) {
    try {
      HANDLER.stopped(token, async, response, status, protocol);
    } catch (Throwable failure) {
      Probes.swallow(HANDLER, failure);
    }
  }
}
