package io.gnomon.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gnomon.it.harness.Container;
import io.gnomon.it.harness.Load;
import io.gnomon.it.harness.Service;
import io.gnomon.it.harness.ServiceBuilder;
import io.gnomon.otlpreceiver.Answer;
import io.gnomon.otlpreceiver.OtlpReceiver;
import io.gnomon.otlpreceiver.ReceivedExemplar;
import io.gnomon.otlpreceiver.ReceivedLog;
import io.gnomon.otlpreceiver.ReceivedSpan;
import io.gnomon.otlpreceiver.ReceivedTrace;
import io.gnomon.otlpreceiver.Signal;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import io.opentelemetry.proto.trace.v1.Status.StatusCode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Kept traces arrive whole, once, and other signals point at them. */
class TracesIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String BATCHES = "gnomon.agent.export.batches";
  private static final int TIMES = 40;
  private static final int QUERIES = 3;
  private static final double A_MICROSECOND = 1e-6;

  private OtlpReceiver receiver;

  @BeforeEach
  void listen() throws IOException {
    receiver = OtlpReceiver.start();
  }

  @AfterEach
  void hangUp() {
    receiver.close();
  }

  private ServiceBuilder service() {
    return ServiceBuilder.of(Container.TOMCAT_9).exportingTo(receiver).set("gnomon.traces", "all");
  }

  private List<ReceivedTrace> traces(String name) {
    return receiver.traces().stream()
        .filter(trace -> trace.roots().stream().anyMatch(root -> root.name().equals(name)))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http/protobuf", "grpc"})
  void aRequestAndItsQueriesAreOneTree(String protocol) {
    boolean grpc = protocol.equals("grpc");
    try (Service service =
        service()
            .set("otel.exporter.otlp.protocol", protocol)
            .set(
                "otel.exporter.otlp.endpoint",
                grpc ? receiver.grpcEndpoint() : receiver.httpEndpoint())
            .start()) {
      // the first page that asks makes the tables
      Load.drive(service, "GET", "/literal", 1, 200);
      Load.drive(service, "GET", "/query?n=" + QUERIES, TIMES, 200);
    }
    List<ReceivedTrace> traces = traces("GET /query");
    assertThat(traces).hasSize(TIMES);
    for (ReceivedTrace trace : traces) {
      ReceivedSpan root = trace.assertWellFormed().root();
      assertThat(root.kind()).isEqualTo(SpanKind.SPAN_KIND_SERVER);
      assertThat(root.parentSpanId()).isEmpty();
      assertThat(root.sampled()).isTrue();
      assertThat(root.service()).isEqualTo("it");
      assertThat(root.scope().getName()).isEqualTo("io.gnomon");
      assertThat(root.status()).isEqualTo(StatusCode.STATUS_CODE_UNSET);
      assertThat(root.attributes())
          .containsEntry("http.route", "/query")
          .containsEntry("http.request.method", "GET")
          .containsEntry("http.response.status_code", "200");
      // on a busy machine one may be slow besides
      assertThat(root.attributes().get("gnomon.kept")).endsWith("all");
      assertThat(trace.children(root))
          .as(trace.toString())
          .hasSize(QUERIES)
          .allSatisfy(
              query -> {
                assertThat(query.kind()).isEqualTo(SpanKind.SPAN_KIND_CLIENT);
                assertThat(query.name()).isEqualTo("SELECT item");
                assertThat(query.attributes()).containsKeys("db.system.name", "db.query.text");
                assertThat(query.nanos()).isPositive();
              });
      assertThat(trace.spans()).hasSize(1 + QUERIES);
    }
  }

  @Test
  void aRequestThatFailsSaysSo() {
    try (Service service = service().start()) {
      Load.drive(service, "GET", "/error", 1, 500);
    }
    assertThat(traces("GET /error")).hasSize(1);
    ReceivedSpan root = traces("GET /error").get(0).assertWellFormed().root();
    assertThat(root.failed()).isTrue();
    assertThat(root.span().getStatus().getMessage()).isEmpty();
    assertThat(root.attributes())
        .containsEntry("error.type", "java.lang.IllegalStateException")
        .containsEntry("http.response.status_code", "500");
  }

  @Test
  void nothingIsLostAndNothingComesTwiceWhenTheEndpointWasAway() {
    receiver.answerNext(Signal.TRACES, 2, Answer.status(503).withHeader("Retry-After", "1"));
    try (Service service = service().start()) {
      Load.drive(service, "GET", "/query?n=" + QUERIES, TIMES, 200);
      receiver.await("all traces", PATIENCE, () -> traces("GET /query").size() == TIMES);
    }
    assertThat(receiver.requests(Signal.TRACES))
        .hasSizeGreaterThan(receiver.accepted(Signal.TRACES).size());
    traces("GET /query").forEach(ReceivedTrace::assertWellFormed);
  }

  @Test
  void anEndpointWithoutTracesIsToldAndTheOtherSignalsGoOn() {
    receiver.answerAlways(Signal.TRACES, Answer.status(404));
    try (Service service =
        service()
            .expect("WARN export of traces to \\S+ fails: .*otel\\.traces\\.exporter=none")
            .start()) {
      Load.drive(service, "GET", "/hello", TIMES, 200);
      receiver.await(
          "the outcome",
          PATIENCE,
          () ->
              receiver.sum(
                      BATCHES, Map.of("gnomon.signal", "traces", "gnomon.outcome", "not_served"))
                  > 0);
      assertThat(service.agentLog()).filteredOn(line -> line.contains(" fails: ")).hasSize(1);
    }
    assertThat(receiver.sum("http.server.request.duration", Map.of("http.route", "/hello")))
        .isEqualTo(TIMES);
    assertThat(receiver.spans()).isEmpty();
  }

  @Test
  void aSlowQueryIsToldWithTheIdsOfItsTrace() {
    try (Service service =
        service()
            .set("gnomon.jdbc.slow-query-threshold", "300ms")
            .expect("WARN slow query.*")
            .start()) {
      Load.drive(service, "GET", "/slow?ms=400", 1, 200);
    }
    ReceivedLog told = receiver.logs("gnomon.db.slow_query").get(0);
    ReceivedTrace trace = receiver.trace(told.traceId()).assertWellFormed();
    assertThat(trace.root().name()).isEqualTo("GET /slow");
    assertThat(trace.spans()).extracting(ReceivedSpan::spanId).contains(told.spanId());
  }

  @ParameterizedTest
  @ValueSource(strings = {"base2_exponential_bucket_histogram", "explicit_bucket_histogram"})
  void exemplarsPointAtKeptTraces(String aggregation) {
    try (Service service =
        service()
            .set("otel.exporter.otlp.metrics.default.histogram.aggregation", aggregation)
            .start()) {
      Load.drive(service, "GET", "/query?n=1", TIMES, 200);
    }
    List<ReceivedExemplar> exemplars =
        receiver.exemplars("http.server.request.duration", Map.of("http.route", "/query"));
    assertThat(exemplars).isNotEmpty();
    Map<String, ReceivedSpan> roots =
        traces("GET /query").stream()
            .map(ReceivedTrace::root)
            .collect(Collectors.toMap(ReceivedSpan::spanId, Function.identity()));
    for (ReceivedExemplar exemplar : exemplars) {
      ReceivedSpan root = roots.get(exemplar.spanId());
      assertThat(root).as("the span of " + exemplar).isNotNull();
      assertThat(exemplar.traceId()).isEqualTo(root.traceId());
      assertThat(exemplar.value()).isCloseTo(root.nanos() / 1e9, within(A_MICROSECOND));
      assertThat(exemplar.attributes()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gnomon.traces", "otel.traces.exporter"})
  void noneIsNone(String setting) {
    try (Service service = service().set(setting, "none").start()) {
      Load.drive(service, "GET", "/query?n=1", TIMES, 200);
      Load.drive(service, "GET", "/error", 1, 500);
    }
    assertThat(receiver.requests(Signal.TRACES)).isEmpty();
    assertThat(receiver.exemplars("http.server.request.duration", Map.of())).isEmpty();
    assertThat(receiver.sum("http.server.request.duration", Map.of("http.route", "/query")))
        .isEqualTo(TIMES);
  }
}
