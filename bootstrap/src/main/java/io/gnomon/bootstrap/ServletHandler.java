package io.gnomon.bootstrap;

import org.jspecify.annotations.Nullable;

/**
 * What container and servlet advice reports. Types are JDK types because the servlet API is visible
 * only to the application. Called on application threads, concurrently; a container never reports
 * one request from two threads at once unless a method says so.
 *
 * <p>The <em>carrier</em> is the container's object that lives at least as long as the request; it
 * has a {@link Slot} if it was woven at its load.
 */
public abstract class ServletHandler extends ProbeHandler {

  /** For the one implementation, and for tests. */
  protected ServletHandler() {}

  /**
   * Whether requests are excluded by their path, so that it has to be told.
   *
   * @return the same for the life of the process
   */
  protected abstract boolean excludes();

  /**
   * Whether the sizes of bodies are recorded, so that they have to be told.
   *
   * @return the same for the life of the process
   */
  protected abstract boolean countsBytes();

  /**
   * Whether headers of responses are looked at when they are final, so that they have to be told.
   *
   * @return the same for the life of the process
   */
  protected abstract boolean readsHeaders();

  /**
   * Whether responses are given a {@code Server-Timing} header.
   *
   * @return the same for the life of the process
   */
  protected abstract boolean tellsTiming();

  /**
   * Whether requests may be kept as traces, so that dispatches inside them have to be told.
   *
   * @return the same for the life of the process
   */
  protected abstract boolean traces();

  /**
   * A thread enters the connector with a request; starts it if the carrier has none and its path is
   * not excluded.
   *
   * @param carrier what lives as long as the request
   * @param method as sent, or null if it could not be read
   * @param scheme of the connection, or null if not known
   * @param path as sent, without the query; may be null unless {@link #excludes}
   * @return what the thread worked for before, to hand to {@link #left}
   */
  protected abstract @Nullable Object entered(
      Object carrier, @Nullable String method, @Nullable String scheme, @Nullable String path);

  /**
   * A thread goes on with a request that {@link #entered} started; starts none.
   *
   * @param carrier what lives as long as the request, or null
   * @return what the thread worked for before, to hand to {@link #left}
   */
  protected abstract @Nullable Object joined(@Nullable Object carrier);

  /**
   * The thread leaves the connector. Ends nothing.
   *
   * @param previous what {@link #entered} or {@link #joined} returned
   */
  protected abstract void left(@Nullable Object previous);

  /**
   * An exception reached the container.
   *
   * @param carrier what lives as long as the request
   * @param thrown the exception
   */
  protected abstract void threw(Object carrier, Throwable thrown);

  /**
   * One more piece of the request's body was read; for a container that does not count by itself.
   *
   * @param carrier what lives as long as the request
   * @param bytes how much
   */
  protected abstract void received(Object carrier, long bytes);

  /**
   * What was transferred in all, told before the request is told to be over.
   *
   * @param carrier what lives as long as the request
   * @param received bytes of the request's body, -1 if not known or told by {@link #received}
   * @param sent bytes of the response's body, -1 if not known
   */
  protected abstract void transferred(Object carrier, long received, long sent);

  /**
   * The headers of a response are final: whether {@link #cached} is to be told of it.
   *
   * @param carrier what lives as long as the request, or null for the request of this thread
   * @param status the final status
   * @return false also if the request is not timed
   */
  protected abstract boolean cacheable(@Nullable Object carrier, int status);

  /**
   * Reads a {@code Cache-Control} header.
   *
   * @param line its value, or null
   * @return bits, to be put together by or with those of further lines, for {@link #cached}
   */
  protected abstract int cacheControl(@Nullable String line);

  /**
   * What a response tells caches; only after {@link #cacheable}.
   *
   * @param carrier as there
   * @param status as there
   * @param conditional whether the request had {@code If-None-Match} or {@code If-Modified-Since}
   * @param etag whether the response has an {@code ETag}
   * @param lastModified whether the response has a {@code Last-Modified}
   * @param control bits of all {@link #cacheControl} lines, 0 for none
   */
  protected abstract void cached(
      @Nullable Object carrier,
      int status,
      boolean conditional,
      boolean etag,
      boolean lastModified,
      int control);

  /**
   * The headers of a response are about to be final.
   *
   * @param carrier what lives as long as the request, or null for the request of this thread
   * @param status the final status
   * @return a value for one more {@code Server-Timing} header, or null for none
   */
  protected abstract @Nullable String serverTiming(@Nullable Object carrier, int status);

  /**
   * The request is over. One that never entered (a malformed one) counts as started and ended now;
   * one that has ended already counts no more until {@link #recycled}, and one without a {@link
   * Slot} never entered nor ends.
   *
   * @param carrier what lives as long as the request
   * @param method as sent, or null if it could not be read
   * @param scheme of the connection, or null if not known
   * @param status the final status
   * @param protocol as {@code HTTP/1.1}, or null
   */
  protected abstract void ended(
      Object carrier,
      @Nullable String method,
      @Nullable String scheme,
      int status,
      @Nullable String protocol);

  /**
   * The connector answered what it could not read, without an object for the request: counts as
   * started and ended now.
   *
   * @param scheme of the connection
   * @param status what it answered
   */
  protected abstract void refused(String scheme, int status);

  /**
   * The exchange is over, perhaps while a thread is still in it; may be told by any thread, once.
   * If it is the calling thread that is in it, the request ends at {@link #completedInside}.
   *
   * @param carrier what lives as long as the request
   * @param status the final status
   * @param protocol as {@code HTTP/1.1}, or null
   */
  protected abstract void completed(Object carrier, int status, @Nullable String protocol);

  /**
   * A thread is about to leave; ends the request if {@link #completed} put its end off.
   *
   * @param carrier what lives as long as the request
   * @param status the final status
   * @param protocol as {@code HTTP/1.1}, or null
   */
  protected abstract void completedInside(Object carrier, int status, @Nullable String protocol);

  /**
   * The exchange is over, if one runs: may be told more than once, also of a carrier that never
   * entered, and while the thread is still inside, which may go on with the next request.
   *
   * @param carrier what lives at least as long as the request
   * @param status the final status
   * @param protocol as {@code HTTP/1.1}, or null
   */
  protected abstract void finished(Object carrier, int status, @Nullable String protocol);

  /**
   * The container uses the carrier anew; ends a request that was never told to be over.
   *
   * @param carrier what lived as long as the request
   * @param status the status so far
   */
  protected abstract void recycled(Object carrier, int status);

  /**
   * Whether a call of a servlet or filter is the outermost of its thread.
   *
   * @return {@link ServletProbe#NESTED}, {@link ServletProbe#OUTERMOST} or {@link
   *     ServletProbe#OUTSIDE}
   */
  protected abstract int place();

  /**
   * A filter is entered: whether it is the outermost call, as {@link #place} tells. Inside a
   * request it is remembered until {@link #called}, as the one that may answer.
   *
   * @param filter the filter
   * @return as {@link #place}
   */
  protected abstract int filtering(Object filter);

  /**
   * The outermost filter of a request is entered: what {@link #filtering} remembers, and what
   * patterns begin with until a servlet is reached.
   *
   * @param filter the filter
   * @param context the servlet context, or null if the request tells none
   */
  protected abstract void filteringFirst(Object filter, @Nullable Object context);

  /**
   * Whether a filter answers, no servlet having been reached and no route told; asked at the exit
   * of the outermost filter, before {@link #called}.
   *
   * @return true if {@link #filtered} has something to tell
   */
  protected abstract boolean answered();

  /**
   * The filter that was entered last has answered: its mapping is the route.
   *
   * @param context the servlet context
   * @param servletPath as the servlet API tells it
   * @param pathInfo as the servlet API tells it
   */
  protected abstract void filtered(
      Object context, @Nullable String servletPath, @Nullable String pathInfo);

  /**
   * A framework has chosen what answers: its pattern is the route. The first one stays.
   *
   * @param context the servlet context that the pattern is relative to, or null if it is relative
   *     to the mapping of the servlet that runs and to what {@link #inside} told
   * @param pattern as {@code /orders/{id}}; may be empty after {@link #inside}
   */
  protected abstract void controller(@Nullable Object context, String pattern);

  /**
   * A framework has chosen a part of what answers: further patterns of this call are relative to
   * it.
   *
   * @param pattern as {@code /orders}
   */
  protected abstract void inside(String pattern);

  /**
   * A framework has chosen what answers, and knows the whole route. The first one stays.
   *
   * @param pattern with the context path
   */
  protected abstract void routed(String pattern);

  /**
   * The outermost servlet or filter of a request is entered.
   *
   * @return the token for {@link #called}, other than 0
   */
  protected abstract int calling();

  /**
   * The outermost servlet or filter is entered in a container that we do not know: starts a
   * request.
   *
   * @param request the servlet API's request
   * @param method as sent
   * @param scheme as the servlet API tells it
   * @param path as sent, without the query; may be null unless {@link #excludes}
   * @return the token for {@link #called} and {@link #stopped}, with {@link ServletProbe#OURS} set;
   *     0 if the path is excluded
   */
  protected abstract int starting(
      Object request, @Nullable String method, @Nullable String scheme, @Nullable String path);

  /**
   * A servlet is entered: its mapping is the route unless a controller gave one.
   *
   * @param context the servlet context
   * @param servletPath as the servlet API tells it
   * @param pathInfo as the servlet API tells it
   * @param pattern Spring MVC's best matching pattern, if the request carries one already
   */
  protected abstract void mapped(
      Object context,
      @Nullable String servletPath,
      @Nullable String pathInfo,
      @Nullable Object pattern);

  /**
   * A servlet is included: its mapping names the dispatch.
   *
   * @param context the servlet context
   * @param servletPath as the attribute of the request tells it, a text
   * @param pathInfo as the attribute of the request tells it, a text
   */
  protected abstract void included(
      Object context, @Nullable Object servletPath, @Nullable Object pathInfo);

  /**
   * A request is dispatched within itself.
   *
   * @param kind {@link DispatchProbe#FORWARD} and so on
   * @return the token for {@link #dispatched}; 0 outside requests that are timed
   */
  protected abstract long dispatching(int kind);

  /**
   * A dispatch is over.
   *
   * @param token what {@link #dispatching} returned, not 0
   * @param thrown what left it, or null
   */
  protected abstract void dispatched(long token, @Nullable Throwable thrown);

  /**
   * The outermost servlet or filter is left.
   *
   * @param token what {@link #calling} or {@link #starting} returned
   * @param context the servlet context, or null if the request told none any more
   * @param pattern Spring MVC's best matching pattern, if the request carries one
   * @param thrown what left it, or null
   */
  protected abstract void called(
      int token, @Nullable Object context, @Nullable Object pattern, @Nullable Throwable thrown);

  /**
   * Ends what {@link #starting} started, now or when its asynchronous work is done.
   *
   * @param token what {@link #starting} returned
   * @param async the asynchronous context if the request went on asynchronously, else null
   * @param response the response
   * @param status the status so far
   * @param protocol as {@code HTTP/1.1}, or null
   */
  protected abstract void stopped(
      int token, @Nullable Object async, Object response, int status, @Nullable String protocol);
}
