package io.gnomon.core.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.gnomon.core.Allocation;
import io.gnomon.core.attributes.AttributeSet;
import io.gnomon.core.clock.ManualClock;
import io.gnomon.core.metrics.HistogramPoint;
import io.gnomon.core.metrics.MetricSnapshot;
import io.gnomon.core.metrics.Metrics;
import io.gnomon.core.metrics.NumberPoint;
import io.gnomon.core.metrics.Points;
import io.gnomon.core.request.RequestRecord.RouteSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestsTest {

  private static final String DURATION = "http.server.request.duration";
  private static final String RECEIVED = "http.server.request.body.size";
  private static final String SENT = "http.server.response.body.size";
  private static final String ACTIVE = "http.server.active_requests";
  private static final AttributeSet GET_HTTP =
      AttributeSet.builder().put("http.request.method", "GET").put("url.scheme", "http").build();

  private final ManualClock clock = new ManualClock();
  private final Metrics metrics = new Metrics(clock);
  private final Requests requests = new Requests(clock, metrics, ended -> {});

  private HistogramPoint only() {
    List<HistogramPoint> points = Points.histograms(metrics.collect(), DURATION);
    assertThat(points).hasSize(1);
    return points.get(0);
  }

  @Test
  void aRequestIsTimedAndNamed() {
    RequestRecord record = requests.start("GET", "http");
    record.route("/shop/orders/{id}", RouteSource.CONTROLLER);
    assertThat(Points.number(metrics.collect(), ACTIVE, GET_HTTP)).isEqualTo(1);
    clock.advance(5_000_000);
    requests.end(record, record.generation(), 200, "1.1");

    assertThat(Points.number(metrics.collect(), ACTIVE, GET_HTTP)).isZero();
    assertThat(only().sum()).isEqualTo(5_000_000);
    assertThat(only().attributes())
        .isEqualTo(
            AttributeSet.builder()
                .put("http.request.method", "GET")
                .put("url.scheme", "http")
                .put("http.route", "/shop/orders/{id}")
                .put("http.response.status_code", 200)
                .put("network.protocol.version", "1.1")
                .build());
  }

  @Test
  void whatIsNotKnownIsLeftOutOrOther() {
    RequestRecord record = requests.start("BREW", "gopher");
    requests.end(record, record.generation(), 0, null);
    assertThat(only().attributes())
        .isEqualTo(
            AttributeSet.builder()
                .put("http.request.method", "_OTHER")
                .put("url.scheme", "_OTHER")
                .build());
  }

  @Test
  void whoListensIsToldInOrderOnceTheFactsAreFinal() {
    List<String> told = new ArrayList<>();
    Requests telling = new Requests(clock, metrics, ended -> told.add("first"));
    telling.tell(
        ended ->
            told.add(ended.method() + " " + ended.status() + " " + ended.elapsedNanos() + " ns"));
    RequestRecord record = telling.start("PUT", "http");
    clock.advance(7);
    telling.end(record, record.generation(), 204, null);
    assertThat(told).containsExactly("first", "PUT 204 7 ns");
    assertThat(record.status()).isZero();
    assertThat(record.elapsedNanos()).isZero();
  }

  @Test
  void oneWhoFailsKeepsNobodyFromBeingTold() {
    List<String> told = new ArrayList<>();
    Requests telling =
        new Requests(
            clock,
            metrics,
            ended -> {
              throw new AssertionError("first");
            },
            ended -> told.add("second"));
    RequestRecord record = telling.start("GET", "http");
    assertThatThrownBy(() -> telling.end(record, record.generation(), 200, null))
        .hasMessage("first");
    assertThat(told).containsExactly("second");
    assertThat(telling.start("GET", "http")).as("given back all the same").isSameAs(record);
  }

  @Test
  void aThreadWorksNoMoreForARequestThatAnotherHasEnded() {
    ThreadState thread = ThreadState.current();
    RequestRecord record = requests.start("GET", "http");
    thread.request(record);
    requests.end(record, record.generation(), 200, null);
    assertThat(requests.start("GET", "http")).isSameAs(record);
    assertThat(thread.running()).as("its record serves another one").isNull();
    assertThat(requests.lateWrites()).as("who only looks").isZero();
    assertThat(thread.request()).isNull();
    assertThat(requests.lateWrites()).isEqualTo(1);
  }

  @Test
  void theExceptionIsHeldNoLongerThanTheRequest() {
    RequestRecord record = requests.start("GET", "http");
    Error error = new Error();
    record.failed(error);
    assertThat(record.thrown()).isSameAs(error);
    requests.end(record, record.generation(), 500, null);
    assertThat(record.thrown()).isNull();
    assertThat(record.errorType()).isNull();
  }

  @Test
  void whatIsAnsweredAsTheClientsMistakeHasNotFailed() {
    RequestRecord missing = requests.start("GET", "http");
    missing.failed(new IOException("no such file"));
    requests.end(missing, missing.generation(), 404, "1.1");
    RequestRecord failed = requests.start("GET", "http");
    failed.failed(new IOException("no such host"));
    requests.end(failed, failed.generation(), 500, "1.1");
    assertThat(Points.histograms(metrics.collect(), DURATION))
        .extracting(point -> point.attributes().get("error.type"))
        .containsExactlyInAnyOrder(null, "java.io.IOException");
  }

  @Test
  void anErrorIsTheFirstExceptionElseTheStatusFrom500On() {
    RequestRecord thrown = requests.start("GET", "http");
    thrown.failed(new IOException());
    thrown.failed(new Error());
    requests.end(thrown, thrown.generation(), 500, null);
    assertThat(only().attributes().get("error.type")).isEqualTo("java.io.IOException");

    RequestRecord answered = requests.start("GET", "http");
    requests.end(answered, answered.generation(), 503, null);
    RequestRecord refused = requests.start("GET", "http");
    requests.end(refused, refused.generation(), 404, null);

    assertThat(Points.histograms(metrics.collect(), DURATION))
        .extracting(point -> point.attributes().get("error.type"))
        .containsExactlyInAnyOrder("java.io.IOException", "503", null);
  }

  @Test
  void theSizesOfBodiesAreToldByTheSameAttributes() {
    sent("GET", 200, 0, 1_000);
    sent("GET", 200, 0, 0);
    sent("POST", 200, 3_000_000_000L, 7);
    List<MetricSnapshot> snapshots = metrics.collect();
    assertThat(Points.histograms(snapshots, RECEIVED))
        .as("only a request with a body has a size")
        .singleElement()
        .satisfies(
            point -> {
              assertThat(point.attributes().get("http.request.method")).isEqualTo("POST");
              assertThat(point.sum()).isEqualTo(3_000_000_000L);
              assertThat(point.bucketValue(0)).isBetween(2_988_000_000L, 3_012_000_000L);
            });
    assertThat(Points.histograms(snapshots, SENT))
        .extracting(point -> point.attributes().get("http.request.method"), HistogramPoint::sum)
        .containsExactlyInAnyOrder(tuple("GET", 1_000L), tuple("POST", 7L));
    assertThat(Points.totalCount(snapshots, SENT)).isEqualTo(3);
    assertThat(Points.histograms(snapshots, SENT))
        .extracting(HistogramPoint::attributes)
        .containsExactlyInAnyOrderElementsOf(
            Points.histograms(snapshots, DURATION).stream()
                .map(HistogramPoint::attributes)
                .toList());
  }

  @Test
  void aResponseWithoutABodyHasSentNothingWhateverWasWritten() {
    sent("HEAD", 200, 0, 55);
    sent("GET", 304, 0, 55);
    sent("GET", 204, 0, 55);
    sent("HEAD", 404, -1, -1);
    assertThat(Points.totalCount(metrics.collect(), SENT)).isEqualTo(3);
    assertThat(Points.histograms(metrics.collect(), SENT))
        .extracting(HistogramPoint::sum)
        .containsOnly(0L);
  }

  @Test
  void piecesAddUpUnlessTheWholeIsKnown() {
    RequestRecord pieces = requests.start("POST", "http");
    pieces.bodies().received(10);
    pieces.bodies().received(5);
    pieces.bodies().transferred(BodySizes.UNKNOWN, BodySizes.UNKNOWN);
    assertThat(pieces.bodies().receivedBytes()).isEqualTo(15);
    pieces.bodies().transferred(20, 1);
    assertThat(pieces.bodies().receivedBytes()).isEqualTo(20);
    requests.end(pieces, pieces.generation(), 200, null);

    RequestRecord next = requests.start("POST", "http");
    assertThat(next).isSameAs(pieces);
    assertThat(next.bodies().receivedBytes()).isEqualTo(BodySizes.UNKNOWN);
    assertThat(next.bodies().sentBytes()).isEqualTo(BodySizes.UNKNOWN);
  }

  private void sent(String method, int status, long received, long sent) {
    RequestRecord record = requests.start(method, "http");
    record.bodies().transferred(received, sent);
    requests.end(record, record.generation(), status, null);
  }

  @Test
  void aHigherSourceReplacesTheRouteAndALongOneIsCut() {
    RequestRecord record = requests.start("GET", "http");
    record.route("/filter", RouteSource.FILTER);
    record.route("/servlet/*", RouteSource.SERVLET);
    record.route("/other/*", RouteSource.SERVLET);
    record.route("/filter2", RouteSource.FILTER);
    assertThat(record.route()).isEqualTo("/servlet/*");
    assertThat(record.routeSource()).isEqualTo(RouteSource.SERVLET);
    record.route("x".repeat(1_000), RouteSource.CONTROLLER);
    assertThat(record.route()).hasSize(RequestRecord.MAX_ROUTE_LENGTH);
  }

  @Test
  void aRouteAfterTheFirstThousandIsOtherAndCountsWhenItsRequestEnds() {
    for (int i = 0; i < RouteNames.MAX_ROUTES + 2; i++) {
      RequestRecord record = requests.start("GET", "http");
      requests.route(record, "/" + i, RouteSource.SERVLET);
      requests.end(record, record.generation(), 200, null);
    }
    RequestRecord known = requests.start("GET", "http");
    requests.route(known, "/0", RouteSource.SERVLET);
    requests.end(known, known.generation(), 200, null);

    AttributeSet.Builder other = AttributeSet.builder().put("http.request.method", "GET");
    other.put("url.scheme", "http").put("http.route", "_OTHER");
    other.put("http.response.status_code", 200);
    List<MetricSnapshot> snapshots = metrics.collect();
    assertThat(Points.histogram(snapshots, DURATION, other.build()).count()).isEqualTo(2);
    assertThat(requests.routeOverflows()).isEqualTo(2);
    assertThat(Points.histograms(snapshots, DURATION)).hasSize(RouteNames.MAX_ROUTES + 1);
  }

  @Test
  void aRouteThatIsReplacedIsNoOverflow() {
    RequestRecord record = requests.start("GET", "http");
    for (int i = 0; i <= RouteNames.MAX_ROUTES; i++) {
      RequestRecord each = requests.start("GET", "http");
      requests.route(each, "/" + i, RouteSource.SERVLET);
    }
    requests.route(record, "/too-many", RouteSource.SERVLET);
    assertThat(record.route()).isEqualTo("_OTHER");
    requests.route(record, "/0", RouteSource.CONTROLLER);
    requests.end(record, record.generation(), 200, null);
    assertThat(only().attributes().get("http.route")).isEqualTo("/0");
    assertThat(requests.routeOverflows()).isZero();
  }

  @Test
  void aSecondEndAndAWriteOfAnOldGenerationAreDroppedAndCounted() {
    RequestRecord record = requests.start("GET", "http");
    int generation = record.generation();
    record.leave(record.enter(generation));
    requests.end(record, generation, 200, null);
    requests.end(record, generation, 200, null);
    RequestRecord next = requests.start("GET", "http");

    assertThat(next).isSameAs(record);
    assertThat(record.enter(generation)).isZero();
    assertThat(requests.lateWrites()).isEqualTo(2);
    assertThat(only().count()).isEqualTo(1);
    assertThat(Points.number(metrics.collect(), ACTIVE, GET_HTTP)).isEqualTo(1);
  }

  @Test
  void aReusedRecordRemembersNothing() {
    RequestRecord record = requests.start("POST", "https");
    record.route("/a", RouteSource.CONTROLLER);
    record.failed(new Error());
    requests.end(record, record.generation(), 500, "2");
    RequestRecord next = requests.start("GET", "http");
    assertThat(next.route()).isNull();
    assertThat(next.routeSource()).isEqualTo(RouteSource.NONE);
    assertThat(next.error()).isNull();
    assertThat(next.startEpochNanos()).isEqualTo(clock.epochNanos());
  }

  @Test
  void tooManySeriesGoToOverflow() {
    for (int i = 0; i < Metrics.MAX_SERIES + 10; i++) {
      RequestRecord record = requests.start("GET", "http");
      record.route("/" + i, RouteSource.SERVLET);
      requests.end(record, record.generation(), 200, null);
    }
    List<MetricSnapshot> snapshots = metrics.collect();
    AttributeSet overflow = AttributeSet.builder().put("otel.metric.overflow", true).build();
    assertThat(Points.histogram(snapshots, DURATION, overflow).count()).isEqualTo(10);
    assertThat(Points.totalCount(snapshots, DURATION)).isEqualTo(Metrics.MAX_SERIES + 10);
  }

  @Test
  void startAndEndDoNotAllocate() {
    assertThat(Allocation.bytesOf(10_000, this::oneRequest)).isZero();
  }

  private void oneRequest() {
    RequestRecord record = requests.start("GET", "http");
    requests.route(record, "/shop/orders/*", RouteSource.SERVLET);
    requests.route(record, "/shop/orders/{id}", RouteSource.CONTROLLER);
    record.bodies().transferred(17, 4_711);
    requests.end(record, record.generation(), 200, "1.1");
  }

  @Test
  void countsAreExactUnderConcurrency() throws Exception {
    int each = 50_000;
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < 4; t++) {
      Thread thread =
          new Thread(
              () -> {
                for (int i = 0; i < each; i++) {
                  oneRequest();
                }
              });
      threads.add(thread);
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(only().count()).isEqualTo(4L * each);
    assertThat(Points.numbers(metrics.collect(), ACTIVE))
        .extracting(NumberPoint::value)
        .containsExactly(0.0);
    assertThat(requests.lateWrites()).isZero();
  }
}
