package io.gnomon.core.request;

import io.gnomon.core.attributes.AttributeSet;
import io.gnomon.core.nplusone.QueryRuns;
import io.gnomon.core.query.Query;
import io.gnomon.core.spans.SpanList;
import io.gnomon.core.spans.TraceContext;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * What one request collects, reused for the next. Bounded: the first {@link SpanList#MAX_SPANS}
 * queries and calls are kept as spans, the rest only counted.
 *
 * <p>Written by the thread that works for the request at the time; a hand-over between threads goes
 * through the container's own synchronization. Once it is {@link #share shared} with tasks, several
 * threads write at a time. Who may outlive the request holds (record, generation); what is added to
 * spans and runs is added between {@link #enter} and {@link #leave}, so a write of an old
 * generation is dropped and counted.
 */
public final class RequestRecord {

  /** How many characters of a route are kept. */
  public static final int MAX_ROUTE_LENGTH = 255;

  /** Where a route came from; a higher one replaces a lower one, the first of its kind stays. */
  public enum RouteSource {
    /** None yet. */
    NONE,
    /** The mapping of a filter that answered. */
    FILTER,
    /** The mapping of a servlet. */
    SERVLET,
    /** The pattern of a framework's controller. */
    CONTROLLER
  }

  private static final int ALONE = 1;
  private static final int IN_TURN = 2;
  private static final int MAX_SPINS = 100;

  private final int poolIndex;
  private final LongAdder lateWrites;

  /** Odd while the record serves a request, so that nothing can end it while it is in the pool. */
  private final AtomicInteger generation = new AtomicInteger();

  /** Who writes while the record is shared: 0 for nobody. */
  private final AtomicInteger writer = new AtomicInteger();

  private final TraceContext trace = new TraceContext();
  private final SpanList spans = new SpanList();
  private final QueryRuns runs = new QueryRuns();
  private final BodySizes bodies = new BodySizes();
  private boolean shared;
  private @Nullable Object carrier;
  private @Nullable RequestFacts facts;
  private @Nullable String sentPath;
  private long startNanos;
  private long startEpochNanos;
  private int method;
  private int scheme;
  private @Nullable String route;
  private RouteSource routeSource = RouteSource.NONE;
  private @Nullable String error;
  private @Nullable Throwable thrown;
  private int status;
  private long elapsedNanos;
  private int queries;
  private long queryNanos;
  private @Nullable Query slowQuery;
  private long slowQueryNanos;
  private int cachingKind;

  /**
   * A record.
   *
   * @param poolIndex its place in the pool, or {@link RecordPool#NONE}
   * @param lateWrites counts writes to a use that has ended
   */
  RequestRecord(int poolIndex, LongAdder lateWrites) {
    this.poolIndex = poolIndex;
    this.lateWrites = lateWrites;
  }

  /** Somebody wanted to write to a use of this record that has ended. */
  void late() {
    lateWrites.increment();
  }

  int poolIndex() {
    return poolIndex;
  }

  void start(int methodIndex, int schemeIndex, long nowNanos, long epochNanos) {
    clear(); // Of what a task may have written that outlived the use before.
    this.method = methodIndex;
    this.scheme = schemeIndex;
    this.startNanos = nowNanos;
    this.startEpochNanos = epochNanos;
    generation.incrementAndGet();
  }

  /** Ends this use of the record; true for the first caller only. */
  boolean end(int startedGeneration) {
    if ((startedGeneration & 1) == 0) {
      late();
      return false;
    }
    int turn = enter(startedGeneration);
    if (turn == 0) {
      return false;
    }
    boolean ended = generation.compareAndSet(startedGeneration, startedGeneration + 1);
    leave(turn);
    if (!ended) {
      late();
    }
    return ended;
  }

  /** What is known once the request has ended. */
  void ended(int finalStatus, long nanos) {
    this.status = finalStatus;
    this.elapsedNanos = nanos;
  }

  /** Forgets all that this use collected. */
  void clear() {
    route = null;
    routeSource = RouteSource.NONE;
    error = null;
    thrown = null;
    status = 0;
    elapsedNanos = 0;
    queries = 0;
    queryNanos = 0;
    bodies.clear();
    slowQuery = null;
    slowQueryNanos = 0;
    cachingKind = 0;
    shared = false;
    carrier = null;
    facts = null;
    sentPath = null;
    spans.clear();
    runs.clear();
  }

  /**
   * Tells that tasks of other threads write to this use of the record from now on, so that writers
   * take turns. Called by a thread of the request before the task can run.
   */
  public void share() {
    shared = true;
  }

  /**
   * Begins to write to spans and runs. Allocates nothing; waits, spinning, only while another task
   * of the same request writes.
   *
   * @param startedGeneration the generation that the writer belongs to
   * @return what to hand to {@link #leave}; 0 if that use has ended, which is counted
   */
  @SuppressWarnings("ThreadPriorityCheck") // The other may have no processor; a turn is short.
  public int enter(int startedGeneration) {
    if (!shared) {
      return generation.get() == startedGeneration ? ALONE : tooLate();
    }
    int spins = 0;
    while (!writer.compareAndSet(0, 1)) {
      if (++spins > MAX_SPINS) {
        Thread.yield();
      }
    }
    if (generation.get() == startedGeneration) {
      return IN_TURN;
    }
    writer.lazySet(0);
    return tooLate();
  }

  private int tooLate() {
    late();
    return 0;
  }

  /**
   * Ends what {@link #enter} began.
   *
   * @param turn what it returned, not 0
   */
  public void leave(int turn) {
    if (turn == IN_TURN) {
      writer.lazySet(0);
    }
  }

  /**
   * Where the request stands in its trace.
   *
   * @return the one of this record
   */
  public TraceContext trace() {
    return trace;
  }

  /**
   * The spans inside the request.
   *
   * @return the one list of this record, cleared with it
   */
  public SpanList spans() {
    return spans;
  }

  /**
   * Says who can tell more of the request, should its trace be kept.
   *
   * @param ofContainer the container's own request; held until the request has ended
   * @param reader who can read it
   * @param path the path that was sent, if the container's request may tell another one at the end
   */
  public void describedBy(Object ofContainer, RequestFacts reader, @Nullable String path) {
    carrier = ofContainer;
    facts = reader;
    sentPath = path;
  }

  /** Says that the container's own request may tell of another request by now. */
  public void undescribed() {
    carrier = null;
    facts = null;
    sentPath = null;
  }

  /**
   * Whether a method is told as it is.
   *
   * @param method as sent
   * @return false for those that are told as {@code _OTHER}
   */
  public static boolean isKnownMethod(String method) {
    return HttpNames.methodIndex(method) > 0;
  }

  /**
   * Says what the container's own request tells.
   *
   * @param attributes gets attributes of a server's span
   */
  public void describe(AttributeSet.Builder attributes) {
    Object ofContainer = carrier;
    RequestFacts reader = facts;
    if (ofContainer != null && reader != null) {
      reader.describe(ofContainer, sentPath, attributes);
    }
  }

  int methodIndex() {
    return method;
  }

  int schemeIndex() {
    return scheme;
  }

  /**
   * The method.
   *
   * @return {@code http.request.method}: one of the known ones, or {@code _OTHER}
   */
  public String method() {
    return HttpNames.method(method);
  }

  /**
   * Which use of this record it is.
   *
   * @return changes when a request ends
   */
  public int generation() {
    return generation.get();
  }

  /**
   * When the request started.
   *
   * @return monotonic nanoseconds
   */
  public long startNanos() {
    return startNanos;
  }

  /**
   * When the request started, by the wall clock, read once.
   *
   * @return nanoseconds since the epoch
   */
  public long startEpochNanos() {
    return startEpochNanos;
  }

  /**
   * The route so far.
   *
   * @return null if there is none; at most {@link #MAX_ROUTE_LENGTH} characters
   */
  public @Nullable String route() {
    return route;
  }

  /**
   * Where the route came from.
   *
   * @return NONE if there is no route
   */
  public RouteSource routeSource() {
    return routeSource;
  }

  /**
   * Tells the route as it is, past the bound of {@link Requests#route}; ignored unless its source
   * is higher than that of the route so far.
   *
   * @param route the pattern, with the context path; cut to {@link #MAX_ROUTE_LENGTH} characters
   * @param source where it came from
   */
  public void route(String route, RouteSource source) {
    if (source.compareTo(routeSource) <= 0) {
      return;
    }
    this.route = cut(route);
    this.routeSource = source;
  }

  static String cut(String route) {
    return route.length() <= MAX_ROUTE_LENGTH ? route : route.substring(0, MAX_ROUTE_LENGTH);
  }

  /**
   * Tells that the request failed with an exception; the first one stays.
   *
   * @param exception what reached the container; held until the request has ended
   */
  public void failed(Throwable exception) {
    if (error == null) {
      error = exception.getClass().getName();
      thrown = exception;
    }
  }

  /**
   * The exception that the request failed with.
   *
   * @return its class name, or null if there was none
   */
  public @Nullable String error() {
    return error;
  }

  /**
   * The exception that the request failed with.
   *
   * @return null if there was none; not to be kept
   */
  public @Nullable Throwable thrown() {
    return thrown;
  }

  /**
   * What the request failed with, by the conventions. What was answered as the client's mistake has
   * not failed, though a container may have got there by an exception (Open Liberty for a file that
   * is missing).
   *
   * @return {@code error.type}: the exception's class, else a final status of 500 or more, else
   *     null; null for a final status of 400 to 499
   */
  public @Nullable String errorType() {
    return error == null || HttpNames.isClientError(status) ? HttpNames.serverError(status) : error;
  }

  /**
   * The final status.
   *
   * @return 100 to 599; 0 while the request runs, or if none was sent
   */
  public int status() {
    return status;
  }

  /**
   * How long the request took.
   *
   * @return nanoseconds; 0 while it runs
   */
  public long elapsedNanos() {
    return elapsedNanos;
  }

  /**
   * The sizes of both bodies.
   *
   * @return the one of this record, cleared with it
   */
  public BodySizes bodies() {
    return bodies;
  }

  /**
   * How the response stands to caches.
   *
   * @return a {@code CachingKind}, 0 if its headers were not looked at
   */
  public int cachingKind() {
    return cachingKind;
  }

  /**
   * Tells how the response stands to caches, when its headers are final.
   *
   * @param kind a {@code CachingKind}
   */
  public void cachingKind(int kind) {
    this.cachingKind = kind;
  }

  /**
   * Adds a query that has just ended; between {@link #enter} and {@link #leave}.
   *
   * @param query what was executed
   * @param parent the index of the span that it ran in, or {@link SpanList#ROOT}
   * @param queryStartNanos when it started, monotonic
   * @param elapsedNanos how long it took
   */
  public void add(Query query, int parent, long queryStartNanos, long elapsedNanos) {
    queries++;
    queryNanos += elapsedNanos;
    int index = spans.open(query, queryStartNanos - startNanos, parent, 0);
    spans.close(index, elapsedNanos, null, null);
  }

  /**
   * Tells of a query that was flagged as slow.
   *
   * @param query what was executed
   * @param elapsedNanos how long it took; the longest stays
   */
  public void slow(Query query, long elapsedNanos) {
    if (elapsedNanos > slowQueryNanos) {
      slowQuery = query;
      slowQueryNanos = elapsedNanos;
    }
  }

  /**
   * The slowest of the queries that were flagged as slow.
   *
   * @return null if there was none
   */
  public @Nullable Query slowQuery() {
    return slowQuery;
  }

  /**
   * How long that one took.
   *
   * @return nanoseconds; 0 if there was none
   */
  public long slowQueryNanos() {
    return slowQueryNanos;
  }

  /**
   * What is remembered of the queries to find those that run again and again.
   *
   * @return the one of this record, cleared with it
   */
  public QueryRuns runs() {
    return runs;
  }

  /**
   * How many queries ran.
   *
   * @return all of them, also those past {@link SpanList#MAX_SPANS}
   */
  public int queries() {
    return queries;
  }

  /**
   * How long all queries together ran.
   *
   * @return nanoseconds
   */
  public long queryNanos() {
    return queryNanos;
  }
}
