package io.gnomon.core.request;

import io.gnomon.core.nplusone.QueryRuns;
import io.gnomon.core.query.Query;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * What one request collects, reused for the next. Bounded: the first {@link #MAX_QUERIES} queries
 * are kept, the rest only counted.
 *
 * <p>Written by the thread that works for the request at the time; a hand-over between threads goes
 * through the container's own synchronization. Who outlives the request holds (record, generation)
 * and asks {@link Requests#isCurrent} before writing: a write of an old generation is dropped and
 * counted. A write that races with the end of the request may land in the record's next use; it can
 * make that one's list imprecise, nothing more.
 */
public final class RequestRecord {

  /** How many queries a record keeps. */
  public static final int MAX_QUERIES = 1_000;

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

  private final int poolIndex;
  private final LongAdder lateWrites;

  /** Odd while the record serves a request, so that nothing can end it while it is in the pool. */
  private final AtomicInteger generation = new AtomicInteger();

  private final QueryList kept = new QueryList();
  private final QueryRuns runs = new QueryRuns();
  private final BodySizes bodies = new BodySizes();
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
    return (startedGeneration & 1) == 1
        && generation.compareAndSet(startedGeneration, startedGeneration + 1);
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
    kept.clear();
    runs.clear();
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
   * Adds a query that has just ended.
   *
   * @param query what was executed
   * @param queryStartNanos when it started, monotonic
   * @param elapsedNanos how long it took
   */
  public void add(Query query, long queryStartNanos, long elapsedNanos) {
    queries++;
    queryNanos += elapsedNanos;
    kept.add(query, queryStartNanos - startNanos, elapsedNanos);
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
   * @return all of them, also those past {@link #MAX_QUERIES}
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

  /**
   * How many queries are kept.
   *
   * @return at most {@link #MAX_QUERIES}
   */
  public int keptQueries() {
    return kept.size();
  }

  /**
   * A query that is kept.
   *
   * @param index 0 to {@link #keptQueries()} - 1, in the order of their end
   * @return the query; null only if the record was ended meanwhile
   */
  public @Nullable Query query(int index) {
    return kept.query(index);
  }

  /**
   * When a query that is kept started.
   *
   * @param index 0 to {@link #keptQueries()} - 1
   * @return nanoseconds after the start of the request
   */
  public long queryStartOffsetNanos(int index) {
    return kept.startOffsetNanos(index);
  }

  /**
   * How long a query that is kept took.
   *
   * @param index 0 to {@link #keptQueries()} - 1
   * @return nanoseconds
   */
  public long queryDurationNanos(int index) {
    return kept.durationNanos(index);
  }
}
