package io.gnomon.core.traces;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.core.Allocation;
import io.gnomon.core.attributes.AttributeSet;
import io.gnomon.core.clock.ManualClock;
import io.gnomon.core.errors.ErrorSettings;
import io.gnomon.core.errors.RequestErrors;
import io.gnomon.core.events.Event;
import io.gnomon.core.events.EventQueue;
import io.gnomon.core.findings.CallerStack;
import io.gnomon.core.largeresult.LargeResults;
import io.gnomon.core.log.RecordingLog;
import io.gnomon.core.metrics.Metrics;
import io.gnomon.core.metrics.Timing;
import io.gnomon.core.nplusone.NPlusOne;
import io.gnomon.core.query.Database;
import io.gnomon.core.query.Execution;
import io.gnomon.core.query.Queries;
import io.gnomon.core.query.Query;
import io.gnomon.core.query.QueryShape;
import io.gnomon.core.request.RequestRecord;
import io.gnomon.core.request.RequestRecord.RouteSource;
import io.gnomon.core.request.Requests;
import io.gnomon.core.request.ThreadState;
import io.gnomon.core.slowquery.SlowQueries;
import io.gnomon.core.spans.FinishedSpan;
import io.gnomon.core.spans.Measured;
import io.gnomon.core.spans.SpanKind;
import io.gnomon.core.spans.SpanList;
import io.gnomon.core.spans.SpanRoom;
import io.gnomon.core.spans.SpanSubject;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TracesTest {

  private static final long MILLI = 1_000_000L;
  private static final long SLOW_NANOS = 100 * MILLI;
  private static final Database DATABASE = new Database("postgresql", "shop", "db1", 5433);

  private final ManualClock clock = new ManualClock();
  private final Metrics metrics = new Metrics(clock);
  private final EventQueue events = new EventQueue();
  private final RecordingLog log = new RecordingLog();
  private final SlowQueries slowQueries =
      new SlowQueries(SLOW_NANOS, 1, Collections.emptyList(), clock, metrics, events, log);
  private final NPlusOne nPlusOne =
      new NPlusOne(5, MILLI, 1, Collections.emptyList(), clock, metrics, events, log);
  private final Queries queries = new Queries(clock, metrics, slowQueries, nPlusOne.listener());
  private final Query orders = query(1, "SELECT orders");
  private final Query item = query(2, "SELECT item");
  private final ThreadState thread = ThreadState.current();
  private final Traces traces = new Traces(new KeepDecision.Same(KeptReasons.ALL));
  private final Requests requests = requests(SpanRoom.DEFAULT_SPANS, traces);

  private Requests requests(int maxSpans, Traces told) {
    Requests made = new Requests(clock, metrics, SpanRoom.of(maxSpans), nPlusOne);
    made.tellLast(told);
    return made;
  }

  private Query query(long fingerprint, String summary) {
    return queries.query(DATABASE, new QueryShape(fingerprint, summary + " WHERE id = ?", summary));
  }

  @AfterEach
  void leaveTheRequest() {
    thread.request(null);
  }

  private RequestRecord start() {
    RequestRecord record = requests.start("GET", "http");
    thread.request(record);
    return record;
  }

  /** Runs one query that begins now. */
  private void run(Query query, long elapsedNanos) {
    Execution execution = new Execution().of(query, clock.nanoTime(), elapsedNanos);
    clock.advance(elapsedNanos);
    queries.executed(thread, execution);
  }

  private void end(RequestRecord record, int status) {
    thread.request(null);
    requests.end(record, record.generation(), status, "1.1");
  }

  private static Object attribute(FinishedSpan span, String name) {
    return span.attributes().get(name);
  }

  @Test
  void aRequestIsTheSpanOfAServerAndItsQueriesThoseOfAClientInside() {
    RequestRecord record = start();
    long epoch = record.startEpochNanos();
    record.trace().adopt(0xA, 0xB, 0xC, true, "vendor=1");
    record.route("/orders/{id}", RouteSource.CONTROLLER);
    record.describedBy(
        "the container's",
        (carrier, path, attributes) -> attributes.put("url.path", "/orders/7"),
        null);
    long serverId = record.trace().spanId();
    clock.advance(MILLI);
    run(orders, 3 * MILLI);
    clock.advance(MILLI);
    end(record, 200);

    List<FinishedSpan> spans = traces.drain(100);

    assertThat(spans).hasSize(2);
    FinishedSpan server = spans.get(0);
    assertThat(server.kind()).isEqualTo(SpanKind.SERVER);
    assertThat(server.name()).isEqualTo("GET /orders/{id}");
    assertThat(server.traceHigh()).isEqualTo(0xA);
    assertThat(server.traceLow()).isEqualTo(0xB);
    assertThat(server.spanId()).isEqualTo(serverId);
    assertThat(server.parentSpanId()).isEqualTo(0xC);
    assertThat(server.parentRemote()).isTrue();
    assertThat(server.traceState()).isEqualTo("vendor=1");
    assertThat(server.startEpochNanos()).isEqualTo(epoch);
    assertThat(server.endEpochNanos()).isEqualTo(epoch + 5 * MILLI);
    assertThat(server.failed()).isFalse();
    assertThat(server.attributes())
        .isEqualTo(
            AttributeSet.builder()
                .put("http.request.method", "GET")
                .put("http.route", "/orders/{id}")
                .put("http.response.status_code", 200)
                .put("url.scheme", "http")
                .put("url.path", "/orders/7")
                .put("network.protocol.version", "1.1")
                .put("gnomon.kept", "all")
                .put("gnomon.db.queries", 1)
                .put("gnomon.db.query_time_ms", 3)
                .build());
    FinishedSpan client = spans.get(1);
    assertThat(client.kind()).isEqualTo(SpanKind.CLIENT);
    assertThat(client.name()).isEqualTo("SELECT orders");
    assertThat(client.traceHigh()).isEqualTo(0xA);
    assertThat(client.traceLow()).isEqualTo(0xB);
    assertThat(client.parentSpanId()).isEqualTo(serverId);
    assertThat(client.parentRemote()).isFalse();
    assertThat(client.spanId()).isNotZero().isNotEqualTo(serverId);
    assertThat(client.startEpochNanos()).isEqualTo(epoch + MILLI);
    assertThat(client.endEpochNanos()).isEqualTo(epoch + 4 * MILLI);
    assertThat(client.failed()).isFalse();
    assertThat(client.attributes())
        .isEqualTo(
            AttributeSet.builder()
                .put("db.system.name", "postgresql")
                .put("db.namespace", "shop")
                .put("server.address", "db1")
                .put("server.port", 5433)
                .put("db.query.summary", "SELECT orders")
                .put("db.query.text", "SELECT orders WHERE id = ?")
                .put("gnomon.db.query.fingerprint", "0000000000000001")
                .build());
    assertThat(client.attributes()).as("made once for a query").isSameAs(orders.attributes());
    assertThat(traces.drain(100)).as("never a span twice").isEmpty();
  }

  @Test
  void aMethodThatIsNotKnownIsCalledHttpAndARequestWithoutARouteIsNamedByItsMethod() {
    requests.end(requests.start("BREW", "http"), 1, 200, null);
    RequestRecord record = requests.start("POST", "https");
    requests.end(record, record.generation(), 0, null);
    List<FinishedSpan> spans = traces.drain(10);
    assertThat(spans).extracting(FinishedSpan::name).containsExactly("HTTP", "POST");
    assertThat(attribute(spans.get(0), "http.request.method")).isEqualTo("_OTHER");
    assertThat(attribute(spans.get(1), "http.response.status_code")).isNull();
    assertThat(spans.get(1).parentSpanId()).isZero();
    assertThat(spans.get(1).parentRemote()).isFalse();
  }

  @Test
  void whatFailedSaysHow() {
    RequestRecord record = start();
    queries.executed(
        thread, new Execution().of(orders, clock.nanoTime(), 1).failed("23505", "23505").batch(12));
    record.failed(new IllegalStateException());
    end(record, 500);
    List<FinishedSpan> spans = traces.drain(10);
    assertThat(spans.get(0).failed()).isTrue();
    assertThat(attribute(spans.get(0), "error.type")).isEqualTo("java.lang.IllegalStateException");
    assertThat(spans.get(1).failed()).isTrue();
    assertThat(attribute(spans.get(1), "error.type")).isEqualTo("23505");
    assertThat(attribute(spans.get(1), "db.response.status_code")).isEqualTo("23505");
    assertThat(attribute(spans.get(1), "db.operation.batch.size")).isEqualTo(12L);
  }

  @Test
  void theClientsMistakeIsNoErrorOfTheServer() {
    RequestRecord record = start();
    record.failed(new IllegalStateException());
    end(record, 404);
    assertThat(traces.drain(10).get(0).failed()).isFalse();
  }

  @Test
  void aSlowQueryShowsOnItsSpanOnTheServersAndInAnEventOfThatSpan() {
    RequestRecord record = start();
    run(orders, SLOW_NANOS + 1);
    run(item, 2 * SLOW_NANOS);
    run(item, 1);
    end(record, 200);
    List<FinishedSpan> spans = traces.drain(10);
    assertThat(spans)
        .extracting(span -> attribute(span, "gnomon.db.query.slow"))
        .containsExactly(null, true, true, null);
    FinishedSpan server = spans.get(0);
    assertThat(attribute(server, "gnomon.db.slow_query.summary")).isEqualTo("SELECT item");
    assertThat(attribute(server, "gnomon.db.slow_query.fingerprint")).isEqualTo("0000000000000002");
    assertThat(attribute(server, "gnomon.db.slow_query.duration_ms")).isEqualTo(200L);
    List<Event> told = events.drain(10);
    assertThat(told).hasSize(2);
    for (int i = 0; i < 2; i++) {
      assertThat(told.get(i).traceHigh()).isEqualTo(server.traceHigh());
      assertThat(told.get(i).traceLow()).isEqualTo(server.traceLow());
      assertThat(told.get(i).spanId()).isEqualTo(spans.get(i + 1).spanId());
    }
  }

  @Test
  void anNPlusOneShowsOnTheServersSpanAndInAnEventOfIt() {
    RequestRecord record = start();
    run(orders, MILLI);
    for (int i = 0; i < 6; i++) {
      run(item, MILLI);
    }
    end(record, 200);
    FinishedSpan server = traces.drain(10).get(0);
    assertThat(attribute(server, "gnomon.db.n_plus_one.count")).isEqualTo(6L);
    assertThat(attribute(server, "gnomon.db.n_plus_one.duration_ms")).isEqualTo(6L);
    assertThat(attribute(server, "gnomon.db.n_plus_one.summary")).isEqualTo("SELECT item");
    assertThat(attribute(server, "gnomon.db.n_plus_one.fingerprint")).isEqualTo("0000000000000002");
    assertThat(attribute(server, "gnomon.db.n_plus_one.parent.summary")).isEqualTo("SELECT orders");
    assertThat((String) attribute(server, "code.stacktrace")).contains("TracesTest.java");
    Event told = events.drain(10).get(0);
    assertThat(told.name()).isEqualTo("gnomon.db.n_plus_one");
    assertThat(told.traceLow()).isEqualTo(server.traceLow());
    assertThat(told.spanId()).isEqualTo(server.spanId());
  }

  @Test
  void aLargeResultAndAnErrorAreEventsOfTheServersSpan() {
    CallerStack stack = new CallerStack(Collections.emptyList());
    requests.tell(new RequestErrors(new ErrorSettings(1, false), stack, clock, events, log));
    RequestRecord record = start();
    new LargeResults(1, 1, stack, clock, metrics, events, log).exceeded(orders);
    end(record, 500);
    FinishedSpan server = traces.drain(10).get(0);
    List<Event> told = events.drain(10);
    assertThat(told)
        .extracting(Event::name)
        .containsExactly("gnomon.db.large_result", "gnomon.request.error");
    assertThat(told).extracting(Event::traceHigh).containsOnly(server.traceHigh());
    assertThat(told).extracting(Event::traceLow).containsOnly(server.traceLow());
    assertThat(told).extracting(Event::spanId).containsOnly(server.spanId());
  }

  @Test
  void aSlowQueryPastTheBoundIsAnEventOfTheServersSpan() {
    Requests few = requests(0, traces);
    RequestRecord record = few.start("GET", "http");
    thread.request(record);
    run(orders, SLOW_NANOS + 1);
    run(item, 1);
    few.end(record, record.generation(), 200, null);
    assertThat(events.drain(10).get(0).spanId()).isEqualTo(traces.drain(10).get(0).spanId());
  }

  @Test
  void aSlowQueryOutsideRequestsIsAnEventOfNoTrace() {
    Execution execution = new Execution();
    RequestRecord record = start();
    queries.executed(thread, execution.of(orders, clock.nanoTime(), SLOW_NANOS + 1));
    end(record, 200);
    clock.advance(1_000);
    queries.executed(thread, execution.of(orders, clock.nanoTime(), SLOW_NANOS + 1));
    assertThat(events.drain(10))
        .extracting(event -> event.spanId() == 0)
        .containsExactly(false, true);
  }

  @Test
  void whatIsNotTracedHasNoIds() {
    Requests off = new Requests(clock, metrics, SpanRoom.none(), nPlusOne);
    RequestRecord record = off.start("GET", "http");
    thread.request(record);
    run(orders, SLOW_NANOS + 1);
    for (int i = 0; i < 6; i++) {
      run(item, MILLI);
    }
    assertThat(record.queries()).isEqualTo(7);
    assertThat(record.slowQuery()).isSameAs(orders);
    assertThat(record.runs().nPlusOneNanos()).isEqualTo(6 * MILLI);
    assertThat(record.spans().size()).isZero();
    off.end(record, record.generation(), 200, null);
    assertThat(events.drain(10)).hasSize(2).extracting(Event::spanId).containsOnly(0L);
  }

  @Test
  void aSpanThatIsOpenAtTheEndEndsWithItsRequestAndSaysSo() {
    RequestRecord record = start();
    int turn = record.enter(record.generation());
    int outer = record.spans().open(new Dispatch(), MILLI, SpanList.ROOT, 0x77);
    record.leave(turn);
    thread.span(outer);
    clock.advance(2 * MILLI);
    run(orders, MILLI);
    int generation = record.generation();
    end(record, 200);

    RequestRecord next = requests.start("GET", "http");
    assertThat(next).isSameAs(record);
    assertThat(record.enter(generation)).as("too late to close it").isZero();

    List<FinishedSpan> spans = traces.drain(10);
    FinishedSpan dispatch = spans.get(1);
    assertThat(dispatch.kind()).isEqualTo(SpanKind.INTERNAL);
    assertThat(dispatch.spanId()).isEqualTo(0x77);
    assertThat(dispatch.parentSpanId()).isEqualTo(spans.get(0).spanId());
    assertThat(dispatch.endEpochNanos()).isEqualTo(spans.get(0).endEpochNanos());
    assertThat(attribute(dispatch, "gnomon.unfinished")).isEqualTo(true);
    assertThat(spans.get(2).parentSpanId()).isEqualTo(0x77);
    assertThat(attribute(spans.get(2), "gnomon.unfinished")).isNull();
  }

  @Test
  void aRequestTellsOfTheSpansThatFoundNoRoom() {
    Requests few = requests(2, traces);
    RequestRecord record = few.start("GET", "http");
    thread.request(record);
    for (int i = 0; i < 5; i++) {
      run(orders, MILLI);
    }
    few.end(record, record.generation(), 200, null);
    List<FinishedSpan> spans = traces.drain(10);
    assertThat(spans).hasSize(3);
    assertThat(attribute(spans.get(0), "gnomon.db.queries")).isEqualTo(5L);
    assertThat(attribute(spans.get(0), "gnomon.spans.dropped")).isEqualTo(3L);
    assertThat(attribute(spans.get(0), "gnomon.spans.dropped_queries"))
        .isEqualTo("0000000000000001 SELECT orders x3 (3 ms)");
  }

  @Test
  void aTraceIsTakenOutWholeAndNoMoreThanAreAskedFor() {
    for (int i = 0; i < 3; i++) {
      RequestRecord record = start();
      for (int q = 0; q < 9; q++) {
        run(orders, 1);
      }
      end(record, 200);
    }
    assertThat(traces.drain(5)).as("the first one alone has more").hasSize(10);
    assertThat(traces.drain(29)).hasSize(20);
    assertThat(traces.drain(29)).isEmpty();
  }

  @Test
  void aFullQueueDropsTheNewestAndCountsIt() {
    for (int i = 0; i < TraceQueue.MAX_TRACES + 3; i++) {
      end(start(), 200);
    }
    assertThat(traces.dropped()).isEqualTo(3);
    assertThat(traces.kept()).isEqualTo(TraceQueue.MAX_TRACES);
    assertThat(traces.drain(TraceQueue.MAX_SPANS)).hasSize(TraceQueue.MAX_TRACES);
    end(start(), 200);
    assertThat(traces.drain(10)).hasSize(1);
  }

  @Test
  void whatFindsTheQueueFullIsNotEvenMade() {
    for (int i = 0; i < TraceQueue.MAX_TRACES; i++) {
      end(start(), 200);
    }
    assertThat(Allocation.bytesOf(2_000, () -> end(start(), 200))).isZero();
    assertThat(traces.kept()).isEqualTo(TraceQueue.MAX_TRACES);
    assertThat(traces.dropped()).isGreaterThanOrEqualTo(2_000);
  }

  @Test
  void aSpanIsAskedOnceWhichSeriesItCountsIn() {
    AtomicInteger asked = new AtomicInteger();
    RequestRecord record = start();
    for (int i = 0; i < 20; i++) {
      record.spans().add(new Asked(asked), 0, i, SpanList.ROOT, 0, 0, false);
    }
    end(record, 200);
    assertThat(asked).as("not on the thread that ends the request").hasValue(0);
    traces.tellExemplars();
    traces.drain(100);
    assertThat(asked).hasValue(20);
  }

  @Test
  void theQueueIsBoundedBySpansToo() {
    int each = 999;
    for (int i = 0; i < 25; i++) {
      RequestRecord record = start();
      for (int q = 0; q < each; q++) {
        run(orders, 1);
      }
      end(record, 200);
    }
    assertThat(traces.kept()).isEqualTo(TraceQueue.MAX_SPANS / (each + 1));
    assertThat(traces.dropped()).isEqualTo(25 - traces.kept());
    List<FinishedSpan> spans = traces.drain(Integer.MAX_VALUE);
    Set<Long> ids = new HashSet<>();
    for (FinishedSpan span : spans) {
      ids.add(span.spanId());
    }
    assertThat(ids).hasSameSizeAs(spans).hasSize(TraceQueue.MAX_SPANS);
  }

  @Test
  void aRequestThatIsNotKeptAllocatesNothing() {
    Requests keepingNone = requests(SpanRoom.DEFAULT_SPANS, new Traces(KeepDecision.NONE));
    Execution execution = new Execution();
    for (int count : new int[] {0, 10, 100, 1_000, 1_200}) {
      Runnable request =
          () -> {
            RequestRecord record = keepingNone.start("GET", "http");
            thread.request(record);
            for (int i = 0; i < count; i++) {
              queries.executed(thread, execution.of(i == 0 ? item : orders, clock.nanoTime(), 1));
            }
            thread.request(null);
            keepingNone.end(record, record.generation(), 200, null);
          };
      assertThat(Allocation.bytesOf(2_000, 20, request)).as("%d queries", count).isZero();
    }
    assertThat(keepingNone.room().chunksInUse()).isZero();
  }

  private static final class Asked implements SpanSubject, Measured {

    private final AtomicInteger times;

    Asked(AtomicInteger times) {
      this.times = times;
    }

    @Override
    public @Nullable Timing timing(@Nullable String errorType, @Nullable String statusCode) {
      times.incrementAndGet();
      return null;
    }

    @Override
    public SpanKind spanKind() {
      return SpanKind.CLIENT;
    }

    @Override
    public String spanName() {
      return "asked";
    }

    @Override
    public void describe(AttributeSet.Builder attributes) {}
  }

  private static final class Dispatch implements SpanSubject {

    @Override
    public SpanKind spanKind() {
      return SpanKind.INTERNAL;
    }

    @Override
    public String spanName() {
      return "FORWARD";
    }

    @Override
    public void describe(AttributeSet.Builder attributes) {}
  }
}
