package io.gnomon.core.request;

import io.gnomon.core.attributes.AttributeNames;
import io.gnomon.core.attributes.AttributeSet;
import io.gnomon.core.clock.Clock;
import io.gnomon.core.metrics.Counter;
import io.gnomon.core.metrics.CounterFamily;
import io.gnomon.core.metrics.Instrument;
import io.gnomon.core.metrics.Metrics;
import io.gnomon.core.spans.SpanRoom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Starts and ends requests: {@code http.server.active_requests}, {@code
 * http.server.request.duration} and the sizes of bodies. Safe for any thread; no allocation in
 * steady state.
 */
public final class Requests {

  /** {@code http.server.request.duration}, with the boundaries that the conventions advise. */
  public static final Instrument DURATION =
      Instrument.duration(
          "http.server.request.duration",
          "Duration of HTTP server requests.",
          Arrays.asList(
              0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1.0, 2.5, 5.0, 7.5, 10.0));

  /** {@code http.server.active_requests}. */
  public static final Instrument ACTIVE =
      Instrument.number(
          Instrument.Kind.UP_DOWN_COUNTER,
          "http.server.active_requests",
          "{request}",
          "Number of active HTTP server requests.");

  /** The route of requests whose own is past the first 1,000 of the process. */
  public static final String OTHER_ROUTES = RouteNames.OTHER;

  private static final int MIN_STATUS = 100;
  private static final int MAX_STATUS = 599;

  private final Clock clock;
  private final RequestSeries series;
  private final CounterFamily actives;
  private volatile RequestEnds[] listeners;
  private boolean hasLast;

  /** By method and scheme; filled by a benign race, for the family gives all the same counter. */
  private final @Nullable Counter[] activeByIndex =
      new @Nullable Counter[HttpNames.methods() * HttpNames.schemes()];

  private final RouteNames routes = new RouteNames();
  private final LongAdder lateWrites = new LongAdder();
  private final SpanRoom room;
  private final RecordPool pool;
  private final LongAdder routeOverflows = new LongAdder();

  /**
   * No request yet; as many spans of each are kept as by default.
   *
   * @param clock read at start and end
   * @param metrics where the instruments go
   * @param ends are told of each end, in this order
   */
  public Requests(Clock clock, Metrics metrics, RequestEnds... ends) {
    this(clock, metrics, SpanRoom.of(SpanRoom.DEFAULT_SPANS), ends);
  }

  /**
   * No request yet.
   *
   * @param clock read at start and end
   * @param metrics where the instruments go
   * @param room for the spans inside requests
   * @param ends are told of each end, in this order
   */
  public Requests(Clock clock, Metrics metrics, SpanRoom room, RequestEnds... ends) {
    this.clock = clock;
    this.room = room;
    this.pool = new RecordPool(lateWrites, room);
    this.series = new RequestSeries(clock, metrics);
    this.listeners = ends.clone();
    this.actives = metrics.counter(ACTIVE);
  }

  /**
   * Has one more told of each end, after those before it, but for who is told last.
   *
   * @param ends is told from now on
   */
  public synchronized void tell(RequestEnds ends) {
    insert(ends, hasLast ? listeners.length - 1 : listeners.length);
  }

  /**
   * Has one told of each end after all others, also those that are added later.
   *
   * @param ends is told from now on
   */
  public synchronized void tellLast(RequestEnds ends) {
    insert(ends, listeners.length);
    hasLast = true;
  }

  private void insert(RequestEnds ends, int index) {
    List<RequestEnds> more = new ArrayList<>(Arrays.asList(listeners));
    more.add(index, ends);
    listeners = more.toArray(new RequestEnds[0]);
  }

  /**
   * Starts a request now. Does not make it the thread's current one.
   *
   * @param method the method as the client sent it; unknown ones are told as {@code _OTHER}
   * @param scheme {@code http} or {@code https}
   * @return a record from the pool
   */
  public RequestRecord start(String method, String scheme) {
    int methodIndex = HttpNames.methodIndex(method);
    int schemeIndex = HttpNames.schemeIndex(scheme);
    RequestRecord record = pool.take();
    record.start(methodIndex, schemeIndex, clock.nanoTime(), clock.epochNanos());
    record.trace().begin();
    active(methodIndex, schemeIndex).add(1);
    return record;
  }

  /**
   * Tells the route of a request; ignored unless its source is higher than that of the route so
   * far. A route past the first 1,000 of the process is told as {@code _OTHER}.
   *
   * @param record the record
   * @param route the pattern, with the context path
   * @param source where it came from
   */
  public void route(RequestRecord record, String route, RequestRecord.RouteSource source) {
    route(record, record.generation(), route, source);
  }

  /**
   * The same for a request that may have ended.
   *
   * @param record the record
   * @param generation the use of it that the route is of
   * @param route the pattern, with the context path
   * @param source where it came from
   */
  public void route(
      RequestRecord record, int generation, String route, RequestRecord.RouteSource source) {
    if (source.compareTo(record.routeSource()) > 0) {
      record.route(generation, routes.admitted(route), source);
    }
  }

  /**
   * Ends a request now and gives its record back to the pool; the caller forgets the record.
   * Calling it twice for one generation counts once.
   *
   * @param record the record
   * @param generation the generation that the caller started
   * @param status the final status, 100 to 599, or 0 if none was sent
   * @param protocolVersion {@code network.protocol.version} ({@code 1.1}, {@code 2}), or null
   */
  public void end(
      RequestRecord record, int generation, int status, @Nullable String protocolVersion) {
    if (!record.end(generation)) {
      return;
    }
    active(record.methodIndex(), record.schemeIndex()).add(-1);
    int known = status >= MIN_STATUS && status <= MAX_STATUS ? status : 0;
    record.ended(known, clock.nanoTime() - record.startNanos(), protocolVersion);
    try {
      count(record, protocolVersion);
      tell(record);
    } finally {
      if (!record.isStuck()) {
        record.clear();
        pool.give(record);
      }
    }
  }

  private void count(RequestRecord record, @Nullable String protocolVersion) {
    series.record(record, protocolVersion);
    if (RouteNames.OTHER.equals(record.route())) {
      routeOverflows.increment();
    }
  }

  /** Tells everybody, whatever the others do; the first failure is the caller's. */
  private void tell(RequestRecord record) {
    RuntimeException failed = null;
    Error broken = null;
    for (RequestEnds each : listeners) {
      try {
        each.ended(record);
      } catch (RuntimeException failure) {
        failed = failed == null ? failure : failed;
      } catch (Error failure) {
        broken = broken == null ? failure : broken;
      }
    }
    if (broken != null) {
      throw broken;
    }
    if (failed != null) {
      throw failed;
    }
  }

  /**
   * How long a request has run so far.
   *
   * @param record of a request that runs
   * @return nanoseconds since its start
   */
  public long elapsedNanos(RequestRecord record) {
    return clock.nanoTime() - record.startNanos();
  }

  /**
   * How many requests are active.
   *
   * @return 0 or more; exact once nobody starts or ends one
   */
  public long active() {
    long sum = 0;
    for (Counter counter : activeByIndex) {
      sum += counter == null ? 0 : counter.sum();
    }
    return sum;
  }

  /**
   * How many writes and ends came after the end of their request.
   *
   * @return since start
   */
  public long lateWrites() {
    return lateWrites.sum();
  }

  /**
   * The room for the spans inside requests.
   *
   * @return the one that all share
   */
  public SpanRoom room() {
    return room;
  }

  /**
   * How many requests were told with the route {@code _OTHER}.
   *
   * @return since start
   */
  public long routeOverflows() {
    return routeOverflows.sum();
  }

  private Counter active(int methodIndex, int schemeIndex) {
    int index = methodIndex * HttpNames.schemes() + schemeIndex;
    Counter counter = activeByIndex[index];
    if (counter == null) {
      counter =
          actives.series(
              AttributeSet.builder()
                  .put(AttributeNames.HTTP_REQUEST_METHOD, HttpNames.method(methodIndex))
                  .put(AttributeNames.URL_SCHEME, HttpNames.scheme(schemeIndex))
                  .build());
      activeByIndex[index] = counter;
    }
    return counter;
  }
}
