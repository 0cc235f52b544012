package io.gnomon.exporter.signals;

import static io.gnomon.exporter.Collector.status;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.gnomon.core.attributes.AttributeSet;
import io.gnomon.core.events.Event;
import io.gnomon.core.metrics.Exemplar;
import io.gnomon.core.metrics.Snapshots;
import io.gnomon.core.spans.FinishedSpan;
import io.gnomon.core.spans.SpanPlace;
import io.gnomon.exporter.Collector;
import io.gnomon.exporter.Spans;
import io.opentelemetry.proto.collector.trace.v1.ExportTracePartialSuccess;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Spans on the wire, and each way in which an endpoint can fail them, over real sockets. */
class TraceExportsTest extends ExportFixture {

  private static List<Span> spans(Collector.Received request) {
    return request.traces().getResourceSpans(0).getScopeSpans(0).getSpansList();
  }

  private List<Integer> sizes() {
    return collector.received().stream().map(request -> spans(request).size()).toList();
  }

  private static String hex(ByteString bytes) {
    return HexFormat.of().formatHex(bytes.toByteArray());
  }

  @Test
  void aTraceArrivesAsItWasRecorded() {
    recorder.traces.add(List.of(Spans.server(7, "a=1,b=2"), Spans.query(7, 0x11)));
    exports("otel.service.name", "shop").exportRecords();

    assertThat(collector.last().path()).isEqualTo("/v1/traces");
    ResourceSpans arrived = collector.last().traces().getResourceSpans(0);
    assertThat(arrived.getResource().getAttributesList())
        .anySatisfy(
            attribute -> {
              assertThat(attribute.getKey()).isEqualTo("service.name");
              assertThat(attribute.getValue().getStringValue()).isEqualTo("shop");
            });
    assertThat(arrived.getScopeSpans(0).getScope().getName()).isEqualTo("io.gnomon");
    assertThat(arrived.getScopeSpans(0).getScope().getVersion()).isEqualTo("1.2.3");
    assertThat(arrived.getScopeSpans(0).getSchemaUrl())
        .isEqualTo("https://opentelemetry.io/schemas/1.45.0");

    Span server = arrived.getScopeSpans(0).getSpans(0);
    assertThat(hex(server.getTraceId())).isEqualTo("0123456789abcdef0000000000000007");
    assertThat(hex(server.getSpanId())).isEqualTo("0000000000000010");
    assertThat(hex(server.getParentSpanId())).isEqualTo("0000000000000099");
    assertThat(server.getKind()).isEqualTo(Span.SpanKind.SPAN_KIND_SERVER);
    assertThat(server.getName()).isEqualTo("GET /shop");
    assertThat(server.getTraceState()).isEqualTo("a=1,b=2");
    assertThat(server.getStartTimeUnixNano()).isEqualTo(Spans.START);
    assertThat(server.getEndTimeUnixNano()).isEqualTo(Spans.START + 5_000);
    assertThat(server.getStatus().getCode()).isEqualTo(Status.StatusCode.STATUS_CODE_ERROR);
    assertThat(server.getStatus().getMessage()).isEmpty();
    assertThat(server.getAttributesCount()).isEqualTo(3);
    assertThat(server.getDroppedAttributesCount()).isZero();
    // sampled, the parent's remoteness known, the parent remote
    assertThat(server.getFlags()).isEqualTo(0x301);

    Span query = arrived.getScopeSpans(0).getSpans(1);
    assertThat(query.getParentSpanId()).isEqualTo(server.getSpanId());
    assertThat(query.getTraceId()).isEqualTo(server.getTraceId());
    assertThat(query.getKind()).isEqualTo(Span.SpanKind.SPAN_KIND_CLIENT);
    assertThat(query.getStatus().getCode()).isEqualTo(Status.StatusCode.STATUS_CODE_UNSET);
    assertThat(query.getFlags()).isEqualTo(0x101);
    assertThat(recorder.lines)
        .containsExactly(
            "INFO first export of traces to " + collector.url() + "/v1/traces was accepted");
    assertThat(recorder.exports).containsExactly("traces accepted");
  }

  @Test
  void tracesLeaveWholeInBoundedBatches() {
    recorder.traces.add(Spans.trace(1, 300));
    recorder.traces.add(Spans.trace(2, 212));
    recorder.traces.add(Spans.trace(3, 2));
    exports().exportRecords();

    assertThat(sizes()).containsExactly(512, 2);
  }

  @Test
  void aTraceLargerThanABatchIsSpreadOverRequestsNoSpanTwice() {
    recorder.traces.add(Spans.trace(1, 1_001));
    recorder.traces.add(Spans.trace(2, 3));
    exports().exportRecords();

    assertThat(sizes()).containsExactly(512, 489, 3);
    assertThat(collector.received())
        .flatExtracting(request -> spans(request).stream().map(Span::getSpanId).toList())
        .hasSize(1_004);
    assertThat(collector.received().subList(0, 2))
        .flatExtracting(request -> spans(request).stream().map(Span::getSpanId).toList())
        .doesNotHaveDuplicates();
  }

  @Test
  void aBatchThatMayPassIsSentAgainAndTheRestWaits() {
    collector.answer(status(503));
    SignalExports exports = exports();
    recorder.traces.add(Spans.trace(1, 600));
    recorder.traces.add(Spans.trace(2, 2));
    exports.exportRecords();
    exports.exportRecords();

    assertThat(recorder.exports).containsExactly("traces retry");
    assertThat(recorder.traces).hasSize(1);
    byte[] lost = collector.last().body();
    int before = collector.received().size();
    collector.answer(Collector.OK);
    clock.advance(TimeUnit.SECONDS.toNanos(5));
    exports.exportRecords();

    assertThat(collector.received().get(before).body()).isEqualTo(lost);
    assertThat(sizes().subList(before, collector.received().size())).containsExactly(512, 88, 2);
    assertThat(recorder.dropped).isZero();
    assertThat(recorder.lines.get(1)).contains("first export of traces");
  }

  @Test
  void aRefusedBatchIsDroppedAndCounted() {
    collector.answer(status(400));
    recorder.traces.add(Spans.trace(1, 3));
    SignalExports exports = exports();
    exports.exportRecords();
    exports.exportRecords();

    assertThat(recorder.dropped).isEqualTo(3);
    assertThat(recorder.exports).containsExactly("traces rejected");
    assertThat(collector.received()).hasSize(1);
  }

  @Test
  void partialSuccessIsCounted() {
    collector.answer(
        Collector.body(
            200,
            ExportTraceServiceResponse.newBuilder()
                .setPartialSuccess(ExportTracePartialSuccess.newBuilder().setRejectedSpans(2))
                .build()
                .toByteArray()));
    recorder.traces.add(Spans.trace(1, 3));
    exports().exportRecords();

    assertThat(recorder.dropped).isEqualTo(2);
    assertThat(recorder.exports).containsExactly("traces partial");
  }

  @Test
  void anEndpointWithoutTracesIsToldOnceAndTheOthersGoOn() {
    collector.answer(
        exchange ->
            status(exchange.getRequestURI().getPath().endsWith("traces") ? 404 : 200).to(exchange));
    SignalExports exports = exports();
    recorder.traces.add(Spans.trace(1, 3));
    recorder.snapshots = List.of(Snapshots.counter(1, 1));
    exports.exportRecords();
    exports.exportMetrics();
    exports.exportRecords();

    assertThat(recorder.exports).containsExactly("traces not_served", "metrics accepted");
    assertThat(recorder.lines.get(0))
        .startsWith("WARN")
        .contains("404")
        .contains("set otel.traces.exporter=none");
    collector.answer(Collector.OK);
    clock.advance(Lane.SLOW_RETRY_NANOS);
    exports.exportRecords();
    assertThat(recorder.exports).hasSize(3).endsWith("traces accepted");
    assertThat(recorder.dropped).isZero();
  }

  @Test
  void noneIsNotSent() {
    recorder.traces.add(Spans.trace(1, 3));
    SignalExports exports = exports("otel.traces.exporter", "none");
    exports.exportRecords();
    exports.finish();

    assertThat(collector.received()).isEmpty();
  }

  @Test
  void theLastExportTakesAllThatWaits() {
    collector.answer(status(503));
    SignalExports exports = exports();
    recorder.traces.add(Spans.trace(1, 3));
    exports.exportRecords();
    recorder.traces.add(Spans.trace(2, 2));
    collector.answer(Collector.OK);
    int before = collector.received().size();
    exports.finish();

    assertThat(sizes().subList(before, collector.received().size())).containsExactly(3, 2);
  }

  @Test
  void theSignalsOwnSettings() {
    recorder.traces.add(Spans.trace(1, 3));
    exports(
            "otel.exporter.otlp.headers", "api-key=general",
            "otel.exporter.otlp.traces.headers", "api-key=own",
            "otel.exporter.otlp.traces.compression", "gzip",
            "otel.exporter.otlp.traces.endpoint", collector.url() + "/tempo")
        .exportRecords();

    assertThat(collector.last().path()).isEqualTo("/tempo");
    assertThat(collector.last().header("Api-key")).isEqualTo("own");
    assertThat(collector.last().header("Content-encoding")).isEqualTo("gzip");
    assertThat(sizes()).containsExactly(3);
  }

  @Test
  void aLogRecordOfATraceCarriesItsIds() {
    Event event = new Event("gnomon.db.slow_query", 42, "slow", AttributeSet.EMPTY);
    recorder.events.add(event);
    recorder.events.add(event.in(new SpanPlace(1, 2, 0xab)));
    exports().exportRecords();

    List<LogRecord> records =
        collector.last().logs().getResourceLogs(0).getScopeLogs(0).getLogRecordsList();
    assertThat(records.get(0).getTraceId().isEmpty()).isTrue();
    assertThat(records.get(0).getSpanId().isEmpty()).isTrue();
    assertThat(hex(records.get(1).getTraceId())).isEqualTo("00000000000000010000000000000002");
    assertThat(hex(records.get(1).getSpanId())).isEqualTo("00000000000000ab");
    assertThat(records.get(1).getFlags()).isZero();
  }

  @Test
  void exemplarsArriveOnBothKindsOfHistogram() {
    FinishedSpan span = Spans.server(7, null);
    recorder.snapshots =
        List.of(
            Snapshots.with(
                Snapshots.durations(1, 2_500_000),
                new Exemplar(2_500_000, 5, span.traceHigh(), span.traceLow(), span.spanId())));
    exports().exportMetrics();
    var exponential =
        metric(collector.last()).getExponentialHistogram().getDataPoints(0).getExemplarsList();
    exports("otel.exporter.otlp.metrics.default.histogram.aggregation", "explicit_bucket_histogram")
        .exportMetrics();
    var explicit = metric(collector.last()).getHistogram().getDataPoints(0).getExemplarsList();

    assertThat(exponential).isEqualTo(explicit);
    assertThat(explicit).hasSize(1);
    assertThat(explicit.get(0).getAsDouble()).isEqualTo(0.0025);
    assertThat(explicit.get(0).getTimeUnixNano()).isEqualTo(5);
    assertThat(hex(explicit.get(0).getTraceId())).isEqualTo("0123456789abcdef0000000000000007");
    assertThat(hex(explicit.get(0).getSpanId())).isEqualTo("0000000000000010");
    assertThat(explicit.get(0).getFilteredAttributesCount()).isZero();
  }

  private static Metric metric(Collector.Received request) {
    return request.metrics().getResourceMetrics(0).getScopeMetrics(0).getMetrics(0);
  }
}
