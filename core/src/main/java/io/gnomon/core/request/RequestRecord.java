package io.gnomon.core.request;

import io.gnomon.core.attributes.AttributeSet;
import io.gnomon.core.metrics.Timing;
import io.gnomon.core.nplusone.QueryRuns;
import io.gnomon.core.query.Execution;
import io.gnomon.core.query.Query;
import io.gnomon.core.spans.SpanList;
import io.gnomon.core.spans.SpanPlace;
import io.gnomon.core.spans.SpanRoom;
import io.gnomon.core.spans.TraceContext;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * What one request collects, reused for the next. Bounded: as many queries and calls as {@link
 * SpanRoom} gives a request are kept as spans, the rest only counted.
 *
 * <p>Written by the thread that works for the request at the time, and by tasks that it has started
 * on others. What tasks can write too (spans, runs, sums, route, failure) is written in turns,
 * between {@link #enter} and {@link #leave}. Who may outlive the request holds (record,
 * generation): a turn is only given while that use of the record lasts, and the use ends in a turn
 * of its own, so that a late write is dropped and counted and never reaches the next use. What only
 * the container tells is written without, for its own synchronization orders that.
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

  private static final int WRITING = 1;
  private static final int MAX_SPINS = 100;

  /** A turn that lasts longer has lost its end: who finds that out first is the last who waits. */
  private static final long MAX_WAIT_NANOS = 1_000_000_000L;

  private final int poolIndex;
  private final LongAdder lateWrites;

  /**
   * Twice the generation, and {@link #WRITING} during a turn: one word, so that a turn cannot begin
   * unless the use lasts. The generation is odd while the record serves a request.
   */
  private final AtomicInteger state = new AtomicInteger();

  /** The use in which a turn lasted too long; nobody waits for it any more. 0 for none. */
  private volatile int stuckGeneration;

  private final TraceContext trace = new TraceContext();
  private final SpanList spans;
  private final QueryRuns runs = new QueryRuns();
  private final BodySizes bodies = new BodySizes();
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
  private boolean overBudget;
  private @Nullable Timing duration;
  private @Nullable String protocolVersion;

  /**
   * A record.
   *
   * @param poolIndex its place in the pool, or {@link RecordPool#NONE}
   * @param lateWrites counts writes to a use that has ended
   * @param room for its spans
   */
  RequestRecord(int poolIndex, LongAdder lateWrites, SpanRoom room) {
    this.poolIndex = poolIndex;
    this.lateWrites = lateWrites;
    this.spans = new SpanList(room);
  }

  /** Somebody wanted to write to a use of this record that has ended. */
  void late() {
    lateWrites.increment();
  }

  int poolIndex() {
    return poolIndex;
  }

  void start(int methodIndex, int schemeIndex, long nowNanos, long epochNanos) {
    clear(); // Of what a container may have told after the end, which takes no turn.
    this.method = methodIndex;
    this.scheme = schemeIndex;
    this.startNanos = nowNanos;
    this.startEpochNanos = epochNanos;
    state.set((generation() + 1) << 1);
  }

  /**
   * Ends this use of the record, once nobody writes; true for the first caller only. A turn that
   * has lost its end does not hold it up for ever: see {@link #isStuck}.
   */
  boolean end(int startedGeneration) {
    int held = startedGeneration << 1 | WRITING;
    if (enter(startedGeneration) == 0
        && (stuckGeneration != startedGeneration || state.get() != held)) {
      return false;
    }
    return state.compareAndSet(held, (startedGeneration + 1) << 1);
  }

  /**
   * Whether a turn has lost its end, or may still write: the record is not to serve again, and what
   * it holds is not to be given back.
   */
  boolean isStuck() {
    return stuckGeneration != 0;
  }

  /** What is known once the request has ended. */
  void ended(int finalStatus, long nanos, @Nullable String version) {
    this.status = finalStatus;
    this.elapsedNanos = nanos;
    this.protocolVersion = version;
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
    overBudget = false;
    duration = null;
    protocolVersion = null;
    carrier = null;
    facts = null;
    sentPath = null;
    spans.clear();
    runs.clear();
  }

  /**
   * Begins a turn: nobody else writes, and the use does not end, until {@link #leave}. Allocates
   * nothing; waits only while another thread writes, first spinning, then giving up the processor.
   * A turn is short, calls nothing of the application's, and has no turn inside.
   *
   * @param startedGeneration the generation that the writer belongs to
   * @return what to hand to {@link #leave}; 0 if that use has ended, which is counted
   */
  public int enter(int startedGeneration) {
    int free = startedGeneration << 1;
    if (isUse(startedGeneration) && state.compareAndSet(free, free | WRITING)) {
      return startedGeneration;
    }
    return waitFor(startedGeneration);
  }

  @SuppressWarnings("ThreadPriorityCheck") // The other may have no processor.
  private int waitFor(int startedGeneration) {
    int free = startedGeneration << 1;
    int spins = 0;
    long sinceNanos = 0;
    while (isUse(startedGeneration) && generation() == startedGeneration && !isStuck()) {
      if (++spins == MAX_SPINS) {
        sinceNanos = System.nanoTime();
      } else if (spins > MAX_SPINS) {
        Thread.yield();
      }
      boolean waitedLong = spins > MAX_SPINS && System.nanoTime() - sinceNanos > MAX_WAIT_NANOS;
      if (state.compareAndSet(free, free | WRITING)) {
        return startedGeneration;
      }
      if (waitedLong) {
        stuckGeneration = startedGeneration;
      }
    }
    late();
    return 0;
  }

  private static boolean isUse(int generation) {
    return (generation & 1) != 0;
  }

  /**
   * Ends a turn.
   *
   * @param turn what {@link #enter} returned, not 0
   */
  public void leave(int turn) {
    state.lazySet(turn << 1);
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
   * The ids of the request's own span. Allocates; for rare use.
   *
   * @return a copy; null if no traces are recorded
   */
  public @Nullable SpanPlace place() {
    return spans.isRecording() ? trace.place(trace.spanId()) : null;
  }

  /** The same in a turn; null also if that use of the record has ended. */
  @Nullable SpanPlace place(int startedGeneration) {
    int turn = enter(startedGeneration);
    if (turn == 0) {
      return null;
    }
    try {
      return place();
    } finally {
      leave(turn);
    }
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
   * The scheme.
   *
   * @return {@code url.scheme}: {@code http}, {@code https} or {@code _OTHER}
   */
  public String scheme() {
    return HttpNames.scheme(scheme);
  }

  /**
   * The version of the protocol.
   *
   * @return {@code network.protocol.version}; null while the request runs, or if it is not known
   */
  public @Nullable String protocolVersion() {
    return protocolVersion;
  }

  /**
   * Which use of this record it is.
   *
   * @return changes when a request ends
   */
  public int generation() {
    return state.get() >>> 1;
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
    route(generation(), route, source);
  }

  /** The same for a use of the record that may have ended. */
  void route(int startedGeneration, String pattern, RouteSource source) {
    String bounded = cut(pattern);
    int turn = enter(startedGeneration);
    if (turn == 0) {
      return;
    }
    try {
      if (source.compareTo(routeSource) > 0) {
        route = bounded;
        routeSource = source;
      }
    } finally {
      leave(turn);
    }
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
    failed(generation(), exception);
  }

  /**
   * The same for a use of the record that may have ended.
   *
   * @param startedGeneration the use that failed
   * @param exception what reached the container; held until the request has ended
   */
  public void failed(int startedGeneration, Throwable exception) {
    String type = exception.getClass().getName();
    int turn = enter(startedGeneration);
    if (turn == 0) {
      return;
    }
    try {
      if (error == null) {
        error = type;
        thrown = exception;
      }
    } finally {
      leave(turn);
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
   * Whether the request went over a limit of a budget that holds for its route.
   *
   * @return known once it was held against the budgets, at its end
   */
  public boolean isOverBudget() {
    return overBudget;
  }

  /** Tells that the request went over a limit of a budget. */
  public void overBudget() {
    overBudget = true;
  }

  /**
   * The series that the request's duration counts in.
   *
   * @return null while it runs
   */
  public @Nullable Timing duration() {
    return duration;
  }

  /** Tells which series the request's duration counts in. */
  void duration(Timing series) {
    duration = series;
  }

  /**
   * Adds a query that has just ended, in a turn. One that is slow is told where it stands in the
   * trace, so that what is told of it can say so.
   *
   * @param execution what ended
   * @param parent the index of the span that it ran in, or {@link SpanList#ROOT}
   * @param slow whether it is flagged as slow
   */
  public void add(Execution execution, int parent, boolean slow) {
    long nanos = execution.elapsedNanos();
    queries++;
    queryNanos += nanos;
    long spanId = slow ? slow(execution) : 0;
    int index =
        spans.add(
            execution.query(),
            execution.startNanos() - startNanos,
            nanos,
            parent,
            spanId,
            execution.batchSize(),
            slow);
    if (execution.errorType() != null || execution.statusCode() != null) {
      spans.outcome(index, execution.errorType(), execution.statusCode());
    }
  }

  /** Keeps the longest, and gives the execution its place; returns the id of its span. */
  private long slow(Execution execution) {
    if (execution.elapsedNanos() > slowQueryNanos) {
      slowQuery = execution.query();
      slowQueryNanos = execution.elapsedNanos();
    }
    if (!spans.isRecording()) {
      return 0;
    }
    long spanId = spans.hasRoom() ? TraceContext.newSpanId() : trace.spanId();
    execution.place(trace.place(spanId));
    return spanId;
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
   * How many queries ran. Read in a turn while the request runs.
   *
   * @return all of them, also those that are not kept as spans
   */
  public int queries() {
    return queries;
  }

  /**
   * How long all queries together ran. Read in a turn while the request runs.
   *
   * @return nanoseconds
   */
  public long queryNanos() {
    return queryNanos;
  }
}
