package io.gnomon.bootstrap;

import org.jspecify.annotations.Nullable;

/**
 * What advice in HTTP clients reports. Types are JDK types because clients are visible only to the
 * application. Called on application threads, concurrently; one call is told of by one thread at a
 * time.
 *
 * <p>The <em>bearer</em> is an object of the client's that lives as long as what the application
 * asked for, over threads and repeated sends; it has a {@link Slot} if it was woven at its load.
 */
public abstract class ClientHandler extends ProbeHandler {

  /** For the one implementation, and for tests. */
  protected ClientHandler() {}

  /**
   * The names of all headers that {@link #headers} may give.
   *
   * @return the same for the life of the process
   */
  protected abstract String[] names();

  /**
   * The application hands a call over to other threads: it belongs to what this thread works for.
   *
   * @param bearer remembers it; once it does, it stays
   */
  protected abstract void captured(Object bearer);

  /**
   * A call begins, and is the one that this thread is in until {@link #left} or {@link #ended}.
   *
   * @param bearer of {@link #captured}, or null
   * @param method as it is sent
   * @param scheme {@code http} or {@code https}
   * @param host name or address
   * @param port the port, or less than 1 for the scheme's own
   * @param path as it is sent, with or without the query, or null
   * @return the call; null if it is not to be looked at
   */
  protected abstract @Nullable Object begun(
      @Nullable Object bearer,
      @Nullable String method,
      @Nullable String scheme,
      @Nullable String host,
      int port,
      @Nullable String path);

  /**
   * A request that has no ids of a trace yet is about to be sent.
   *
   * @param call of {@link #begun}; null for the one that this thread is in
   * @return name and value in turn, each name once; null if there are none
   */
  protected abstract String @Nullable [] headers(@Nullable Object call);

  /**
   * The thread leaves a call, which may go on.
   *
   * @param call of {@link #begun}
   */
  protected abstract void left(@Nullable Object call);

  /**
   * A call is over, and this thread leaves it if it is in it. Only the first end counts.
   *
   * @param call of {@link #begun}
   * @param status what was answered, or 0
   * @param protocol as the client tells it, or null
   * @param thrown why there is no answer, or null
   */
  protected abstract void ended(
      @Nullable Object call, int status, @Nullable String protocol, @Nullable Throwable thrown);

  /**
   * This thread leaves a call that is over when a future is.
   *
   * @param call of {@link #begun}
   * @param future a {@code CompletableFuture} of a {@code java.net.http.HttpResponse}
   * @return the future that the application gets: completes as that one, when the call has ended
   */
  protected abstract Object completing(Object call, Object future);

  /**
   * A call is over when a callback is told.
   *
   * @param call of {@link #begun}
   * @param callback for {@link #answered}
   */
  protected abstract void awaited(Object call, Object callback);

  /**
   * A callback is told: ends the call that waits for it.
   *
   * @param callback of {@link #awaited}
   * @param status what was answered, or 0
   * @param protocol as the client tells it, or null
   * @param thrown why there is no answer, or null
   */
  protected abstract void answered(
      Object callback, int status, @Nullable String protocol, @Nullable Throwable thrown);

  /**
   * A method of an {@code HttpURLConnection} is entered that may connect, send or read.
   *
   * @param connection the connection
   * @param method so far
   * @param scheme {@code http} or {@code https}
   * @param host name or address
   * @param port the port, or -1
   * @param path with the query
   * @return the call; null inside another such method, or if it is not to be looked at
   */
  protected abstract @Nullable Object connecting(
      Object connection,
      @Nullable String method,
      @Nullable String scheme,
      @Nullable String host,
      int port,
      @Nullable String path);

  /**
   * A method that only connects or sends is left.
   *
   * @param call of {@link #connecting}
   * @param method by now
   * @param thrown what left it, or null
   */
  protected abstract void connected(
      Object call, @Nullable String method, @Nullable Throwable thrown);

  /**
   * The method that reads the response is left.
   *
   * @param call of {@link #connecting}
   * @param method by now
   * @param status what was answered, or -1
   * @param thrown what left it, or null; also for a status of 400 or more
   */
  protected abstract void read(
      Object call, @Nullable String method, int status, @Nullable Throwable thrown);
}
