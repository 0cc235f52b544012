package io.gnomon.bootstrap;

import org.jspecify.annotations.Nullable;

/**
 * What advice in HTTP clients calls: static, and nothing gets out. Each method hands to the {@link
 * ClientHandler} installed when this class was initialized. Any thread, concurrently.
 */
public final class ClientProbe {

  /** The ids of a trace, as W3C writes them; looked for whichever headers we send. */
  public static final String TRACE_PARENT = "traceparent";

  /** The ids of a trace, as B3 writes them in one header. */
  public static final String B3 = "b3";

  /** The id of a trace, as B3 writes it in several headers. */
  public static final String B3_TRACE_ID = "X-B3-TraceId";

  private static final ClientHandler HANDLER = Probes.client();

  private ClientProbe() {}

  /**
   * See {@link ClientHandler#names}.
   *
   * @return as there; empty after a failure of ours
   */
  public static String[] names() {
    try {
      return HANDLER.names();
    } catch (Throwable failure) {
      Probes.swallow(HANDLER, failure);
      return new String[0];
    }
  }

  /**
   * See {@link ClientHandler#captured}.
   *
   * @param bearer remembers it
   */
  public static void captured(Object bearer) {
    try {
      HANDLER.captured(bearer);
    } catch (Throwable failure) {
      Probes.swallow(HANDLER, failure);
    }
  }

  /**
   * See {@link ClientHandler#begun}.
   *
   * @param bearer of {@link #captured}, or null
   * @param method as it is sent
   * @param scheme {@code http} or {@code https}
   * @param host name or address
   * @param port the port, or less than 1
   * @param path as it is sent, or null
   * @return as there; null after a failure of ours
   */
  public static @Nullable Object begun(
      @Nullable Object bearer,
      @Nullable String method,
      @Nullable String scheme,
      @Nullable String host,
      int port,
      @Nullable String path) {
    try {
      return HANDLER.begun(bearer, method, scheme, host, port, path);
    } catch (Throwable failure) {
      Probes.swallow(HANDLER, failure);
      return null;
    }
  }

  /**
   * See {@link ClientHandler#headers}. A request that has ids of a trace already, in whatever form,
   * is left as it is.
   *
   * @param call of {@link #begun}; null for the one that this thread is in
   * @param traceParent what the request has of {@link #TRACE_PARENT}, or null
   * @param b3 what it has of {@link #B3}, or null
   * @param b3TraceId what it has of {@link #B3_TRACE_ID}, or null
   * @return as there; null for a request that has ids, and after a failure of ours
   */
  public static String @Nullable [] headers(
      @Nullable Object call,
      @Nullable Object traceParent,
      @Nullable Object b3,
      @Nullable Object b3TraceId) {
    if (traceParent != null || b3 != null || b3TraceId != null) {
      return null;
    }
    try {
      return HANDLER.headers(call);
    } catch (Throwable failure) {
      Probes.swallow(HANDLER, failure);
      return null;
    }
  }

  /**
   * See {@link ClientHandler#left}.
   *
   * @param call of {@link #begun}
   */
  public static void left(@Nullable Object call) {
    try {
      HANDLER.left(call);
    } catch (Throwable failure) {
      Probes.swallow(HANDLER, failure);
    }
  }

  /**
   * See {@link ClientHandler#ended}.
   *
   * @param call of {@link #begun}
   * @param status what was answered, or 0
   * @param protocol as the client tells it, or null
   * @param thrown why there is no answer, or null
   */
  public static void ended(
      @Nullable Object call, int status, @Nullable String protocol, @Nullable Throwable thrown) {
    try {
      HANDLER.ended(call, status, protocol, thrown);
    } catch (Throwable failure) {
      Probes.swallow(HANDLER, failure);
    }
  }

  /**
   * See {@link ClientHandler#completing}.
   *
   * @param call of {@link #begun}
   * @param future a {@code CompletableFuture}
   * @return as there; the future itself after a failure of ours
   */
  public static Object completing(Object call, Object future) {
    try {
      return HANDLER.completing(call, future);
    } catch (Throwable failure) {
      Probes.swallow(HANDLER, failure);
      return future;
    }
  }

  /**
   * See {@link ClientHandler#awaited}.
   *
   * @param call of {@link #begun}
   * @param callback for {@link #answered}
   */
  public static void awaited(Object call, Object callback) {
    try {
      HANDLER.awaited(call, callback);
    } catch (Throwable failure) {
      Probes.swallow(HANDLER, failure);
    }
  }

  /**
   * See {@link ClientHandler#answered}.
   *
   * @param callback of {@link #awaited}
   * @param status what was answered, or 0
   * @param protocol as the client tells it, or null
   * @param thrown why there is no answer, or null
   */
  public static void answered(
      Object callback, int status, @Nullable String protocol, @Nullable Throwable thrown) {
    try {
      HANDLER.answered(callback, status, protocol, thrown);
    } catch (Throwable failure) {
      Probes.swallow(HANDLER, failure);
    }
  }

  /**
   * See {@link ClientHandler#connecting}.
   *
   * @param connection the connection
   * @param method so far
   * @param scheme {@code http} or {@code https}
   * @param host name or address
   * @param port the port, or -1
   * @param path with the query
   * @return as there; null after a failure of ours
   */
  public static @Nullable Object connecting(
      Object connection,
      @Nullable String method,
      @Nullable String scheme,
      @Nullable String host,
      int port,
      @Nullable String path) {
    try {
      return HANDLER.connecting(connection, method, scheme, host, port, path);
    } catch (Throwable failure) {
      Probes.swallow(HANDLER, failure);
      return null;
    }
  }

  /**
   * See {@link ClientHandler#connected}.
   *
   * @param call of {@link #connecting}
   * @param method by now
   * @param thrown what left it, or null
   */
  public static void connected(Object call, @Nullable String method, @Nullable Throwable thrown) {
    try {
      HANDLER.connected(call, method, thrown);
    } catch (Throwable failure) {
      Probes.swallow(HANDLER, failure);
    }
  }

  /**
   * See {@link ClientHandler#read}.
   *
   * @param call of {@link #connecting}
   * @param method by now
   * @param status what was answered, or -1
   * @param thrown what left it, or null
   */
  public static void read(
      Object call, @Nullable String method, int status, @Nullable Throwable thrown) {
    try {
      HANDLER.read(call, method, status, thrown);
    } catch (Throwable failure) {
      Probes.swallow(HANDLER, failure);
    }
  }
}
