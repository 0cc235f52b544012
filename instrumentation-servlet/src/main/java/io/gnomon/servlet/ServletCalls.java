package io.gnomon.servlet;

import io.gnomon.bootstrap.ServletHandler;
import io.gnomon.bootstrap.ServletProbe;
import io.gnomon.core.caching.CacheControl;
import io.gnomon.core.caching.CachingKind;
import io.gnomon.core.failures.Failures;
import io.gnomon.core.metrics.Metrics;
import io.gnomon.core.request.RequestRecord;
import io.gnomon.core.request.Requests;
import io.gnomon.core.request.ThreadState;
import io.gnomon.servlet.carriers.Carriers;
import io.gnomon.servlet.carriers.Protocols;
import io.gnomon.servlet.fallback.AsyncEnd;
import org.jspecify.annotations.Nullable;

/**
 * The handler behind servlet and container advice. Any thread; wait-free but for the first request
 * of a servlet context, and without allocation in steady state.
 *
 * <p>A token holds the generation of the record, so that what is told of a request that another
 * thread has ended meanwhile is dropped.
 */
public final class ServletCalls extends ServletHandler {

  /** The part that failures of ours are counted under. */
  public static final String PART = "servlet";

  private static final String UNKNOWN_METHOD = "_OTHER";
  private static final String UNKNOWN_SCHEME = "http";
  private static final int FLAG_BITS = 2;
  private static final int FIRST_FINAL_STATUS = 200;
  private static final int STATUS_OF_AN_EXCEPTION = 500;

  private final Requests requests;
  private final Failures failures;
  private final ServletSettings settings;
  private final Connections connections;
  private final RouteCalls routes;
  private final DispatchCalls dispatches;

  /**
   * A handler.
   *
   * @param requests what counts requests
   * @param metrics counts what has no room
   * @param failures where failures of ours go
   * @param settings which requests are timed, and what is looked at besides
   * @param carriers reads what requests tell of their traces; null if nobody asks
   */
  public ServletCalls(
      Requests requests,
      Metrics metrics,
      Failures failures,
      ServletSettings settings,
      @Nullable Carriers carriers) {
    this.requests = requests;
    this.failures = failures;
    this.dispatches = new DispatchCalls(requests, metrics);
    this.routes = new RouteCalls(requests, dispatches);
    this.settings = settings;
    this.connections = new Connections(requests, settings.excluded(), carriers);
  }

  @Override
  protected void failed(Throwable failure) {
    failures.caught(PART, failure);
  }

  @Override
  protected boolean excludes() {
    return !settings.excluded().isEmpty();
  }

  @Override
  protected boolean countsBytes() {
    return settings.bodySizesEnabled();
  }

  @Override
  protected boolean readsHeaders() {
    return settings.cachingEnabled();
  }

  @Override
  protected boolean tellsTiming() {
    return settings.serverTimingEnabled();
  }

  @Override
  protected boolean traces() {
    return requests.room().isRecording();
  }

  @Override
  protected @Nullable Object entered(
      Object carrier, @Nullable String method, @Nullable String scheme, @Nullable String path) {
    return connections.entered(carrier, method(method), scheme(scheme), path);
  }

  @Override
  protected @Nullable Object joined(@Nullable Object carrier) {
    return connections.joined(carrier);
  }

  @Override
  protected void left(@Nullable Object previous) {
    connections.left(previous);
  }

  @Override
  protected void threw(Object carrier, Throwable thrown) {
    connections.threw(carrier, thrown);
  }

  @Override
  protected void received(Object carrier, long bytes) {
    RequestRecord record = connections.running(carrier);
    if (record != null) {
      record.bodies().received(bytes);
    }
  }

  @Override
  protected void transferred(Object carrier, long received, long sent) {
    RequestRecord record = connections.running(carrier);
    if (record != null) {
      record.bodies().transferred(received, sent);
    }
  }

  @Override
  protected boolean cacheable(@Nullable Object carrier, int status) {
    RequestRecord record = connections.committing(carrier);
    return record != null && CachingKind.isLookedAt(record.method(), status);
  }

  @Override
  protected int cacheControl(@Nullable String line) {
    return CacheControl.directives(line);
  }

  @Override
  protected void cached(
      @Nullable Object carrier,
      int status,
      boolean conditional,
      boolean etag,
      boolean lastModified,
      int control) {
    RequestRecord record = connections.committing(carrier);
    if (record != null) {
      record.cachingKind(CachingKind.of(status, conditional, etag, lastModified, control));
    }
  }

  @Override
  protected @Nullable String serverTiming(@Nullable Object carrier, int status) {
    RequestRecord record = connections.committing(carrier);
    if (record == null || status < FIRST_FINAL_STATUS) {
      return null;
    }
    int turn = record.enter(record.generation());
    if (turn == 0) {
      return null;
    }
    int queries = record.queries();
    long queryNanos = record.queryNanos();
    record.leave(turn);
    return ServerTiming.value(requests.elapsedNanos(record), queries, queryNanos);
  }

  @Override
  protected void ended(
      Object carrier,
      @Nullable String method,
      @Nullable String scheme,
      int status,
      @Nullable String protocol) {
    connections.ended(carrier, method(method), scheme(scheme), status, Protocols.version(protocol));
  }

  @Override
  protected void refused(String scheme, int status) {
    connections.refused(UNKNOWN_METHOD, scheme, status, null);
  }

  @Override
  protected void completed(Object carrier, int status, @Nullable String protocol) {
    connections.completed(carrier, status, Protocols.version(protocol));
  }

  @Override
  protected void completedInside(Object carrier, int status, @Nullable String protocol) {
    connections.completedInside(carrier, status, Protocols.version(protocol));
  }

  @Override
  protected void finished(Object carrier, int status, @Nullable String protocol) {
    connections.finished(carrier, status, Protocols.version(protocol));
  }

  @Override
  protected void recycled(Object carrier, int status) {
    connections.recycled(carrier, status);
  }

  @Override
  protected int place() {
    return RouteCalls.place(ThreadState.current());
  }

  @Override
  protected int calling() {
    ThreadState state = ThreadState.current();
    RequestRecord record = state.request();
    if (record == null) {
      return 0;
    }
    state.serving(true);
    return (record.generation() << FLAG_BITS) | ServletProbe.OUTERMOST;
  }

  @Override
  protected int starting(
      Object request, @Nullable String method, @Nullable String scheme, @Nullable String path) {
    if (connections.isExcluded(path)) {
      return 0;
    }
    ThreadState state = ThreadState.current();
    RequestRecord record = requests.start(method(method), scheme(scheme));
    connections.begun(record, request);
    RequestRecord previous = state.request();
    state.outer(previous == null ? null : new OuterRequest(state, previous));
    state.request(record);
    state.serving(true);
    return (record.generation() << FLAG_BITS) | ServletProbe.OUTERMOST | ServletProbe.OURS;
  }

  @Override
  protected void mapped(
      Object context,
      @Nullable String servletPath,
      @Nullable String pathInfo,
      @Nullable Object pattern) {
    routes.mapped(context, servletPath, pathInfo, pattern);
  }

  @Override
  protected void included(Object context, @Nullable Object servletPath, @Nullable Object pathInfo) {
    routes.included(context, servletPath, pathInfo);
  }

  @Override
  protected long dispatching(int kind) {
    return dispatches.dispatching(kind);
  }

  @Override
  protected void dispatched(long token, @Nullable Throwable thrown) {
    dispatches.dispatched(token, thrown);
  }

  @Override
  protected void controller(@Nullable Object context, String pattern) {
    routes.controller(context, pattern);
  }

  @Override
  protected void inside(String pattern) {
    routes.inside(pattern);
  }

  @Override
  protected void routed(String pattern) {
    routes.routed(pattern);
  }

  @Override
  protected void filteringFirst(Object filter, @Nullable Object context) {
    routes.filteringFirst(filter, context);
  }

  @Override
  protected int filtering(Object filter) {
    return routes.filtering(filter);
  }

  @Override
  protected boolean answered() {
    return routes.answered();
  }

  @Override
  protected void filtered(Object context, @Nullable String servletPath, @Nullable String pathInfo) {
    routes.filtered(context, servletPath, pathInfo);
  }

  @Override
  protected void called(
      int token, @Nullable Object context, @Nullable Object pattern, @Nullable Throwable thrown) {
    ThreadState state = ThreadState.current();
    state.serving(false);
    String base = RouteCalls.left(state);
    RequestRecord record = state.request();
    if (record == null || !isOf(record, token)) {
      return;
    }
    routes.attribute(record, base, context, pattern);
    if (thrown != null) {
      record.failed(state.generation(), Exceptions.unwrapped(thrown));
    }
  }

  @Override
  protected void stopped(
      int token, @Nullable Object async, Object response, int status, @Nullable String protocol) {
    ThreadState state = ThreadState.current();
    RequestRecord record = state.request();
    if (state.outer() == null) {
      state.request(null);
    } else {
      ((OuterRequest) state.outer()).restore(state);
      state.outer(null);
    }
    if (record == null || !isOf(record, token)) {
      return;
    }
    String version = Protocols.version(protocol);
    if (async == null) {
      requests.end(record, record.generation(), told(record, status), version);
    } else {
      record.undescribed(); // Until when its request tells of itself, nobody says.
      AsyncEnd.whenDone(async, response, version, requests, failures, record);
    }
  }

  /** An exception that leaves the outermost call is answered with 500, but only after our exit. */
  private static int told(RequestRecord record, int status) {
    return record.error() != null && status < STATUS_OF_AN_EXCEPTION
        ? STATUS_OF_AN_EXCEPTION
        : status;
  }

  private static boolean isOf(RequestRecord record, int token) {
    return (record.generation() << FLAG_BITS) == (token & -(1 << FLAG_BITS));
  }

  private static String method(@Nullable String method) {
    return method == null || method.isEmpty() ? UNKNOWN_METHOD : method;
  }

  private static String scheme(@Nullable String scheme) {
    return scheme == null ? UNKNOWN_SCHEME : scheme;
  }
}
