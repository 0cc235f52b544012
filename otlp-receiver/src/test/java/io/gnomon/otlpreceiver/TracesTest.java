package io.gnomon.otlpreceiver;

import static io.gnomon.otlpreceiver.SpanBuilder.TRACE;
import static io.gnomon.otlpreceiver.SpanBuilder.bytes;
import static io.gnomon.otlpreceiver.SpanBuilder.child;
import static io.gnomon.otlpreceiver.SpanBuilder.failed;
import static io.gnomon.otlpreceiver.SpanBuilder.number;
import static io.gnomon.otlpreceiver.SpanBuilder.request;
import static io.gnomon.otlpreceiver.SpanBuilder.root;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.collector.trace.v1.TraceServiceGrpc;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.logs.v1.ResourceLogs;
import io.opentelemetry.proto.logs.v1.ScopeLogs;
import io.opentelemetry.proto.metrics.v1.Exemplar;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Spans, exemplars and the trace ids of log records, over both protocols. */
class TracesTest {

  private final HttpClient client = HttpClient.newHttpClient();
  private OtlpReceiver receiver;

  @BeforeEach
  void start() throws IOException {
    receiver = OtlpReceiver.start();
  }

  @AfterEach
  void stop() {
    receiver.close();
  }

  private int post(Signal signal, byte[] body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(receiver.httpEndpoint() + signal.path()))
            .timeout(Duration.ofSeconds(10))
            .header("Content-Type", "application/x-protobuf")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  private int send(Span.Builder... spans) throws IOException, InterruptedException {
    return post(Signal.TRACES, request(spans).toByteArray());
  }

  @Test
  void every_field_of_a_span_can_be_read() throws Exception {
    Span.Builder span =
        failed(root(), "500")
            .setParentSpanId(SpanBuilder.id("99"))
            .setFlags(0x301)
            .setTraceState("a=1")
            .addAttributes(number("http.response.status_code", 500));
    assertThat(send(span)).isEqualTo(200);

    ReceivedSpan arrived = receiver.spans().get(0);
    assertThat(arrived.traceId()).isEqualTo(TRACE);
    assertThat(arrived.spanId()).isEqualTo("0000000000000010");
    assertThat(arrived.parentSpanId()).isEqualTo("0000000000000099");
    assertThat(arrived.parentRemote()).isTrue();
    assertThat(arrived.sampled()).isTrue();
    assertThat(arrived.flags()).isEqualTo(0x301);
    assertThat(arrived.traceState()).isEqualTo("a=1");
    assertThat(arrived.name()).isEqualTo("GET /item");
    assertThat(arrived.kind()).isEqualTo(Span.SpanKind.SPAN_KIND_SERVER);
    assertThat(arrived.startEpochNanos()).isEqualTo(SpanBuilder.START);
    assertThat(arrived.endEpochNanos()).isEqualTo(SpanBuilder.START + 10_000_000);
    assertThat(arrived.nanos()).isEqualTo(10_000_000);
    assertThat(arrived.status()).isEqualTo(Status.StatusCode.STATUS_CODE_ERROR);
    assertThat(arrived.failed()).isTrue();
    assertThat(arrived.attributes())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("error.type", "500", "http.response.status_code", "500"));
    assertThat(arrived.service()).isEqualTo("shop");
    assertThat(arrived.scope().getName()).isEqualTo("io.gnomon");
    assertThat(arrived.schemaUrl()).isEqualTo("https://schema");
  }

  @Test
  void a_span_without_parent_and_flags() throws Exception {
    send(root().setFlags(0));
    ReceivedSpan arrived = receiver.spans().get(0);
    assertThat(arrived.parentSpanId()).isEmpty();
    assertThat(arrived.parentRemote()).isFalse();
    assertThat(arrived.sampled()).isFalse();
    assertThat(arrived.failed()).isFalse();
  }

  @Test
  void a_trace_is_put_together_from_several_requests() throws Exception {
    String other = "ff".repeat(16);
    send(child("11", "10"));
    send(root().setTraceId(bytes(other)), root());

    assertThat(receiver.traces()).extracting(ReceivedTrace::traceId).containsExactly(TRACE, other);
    assertThat(receiver.trace(TRACE).assertWellFormed().spans()).hasSize(2);
    assertThatThrownBy(() -> receiver.trace("00"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("no trace 00")
        .hasMessageContaining("3 spans");
    send(child("11", "10"));
    assertThatThrownBy(() -> receiver.trace(TRACE).assertWellFormed())
        .hasMessageContaining("came twice");
  }

  @Test
  void a_refused_request_brings_no_spans() throws Exception {
    receiver.answerNext(Signal.TRACES, 1, Answer.status(503));
    assertThat(send(root())).isEqualTo(503);
    assertThat(receiver.spans()).isEmpty();
    assertThat(receiver.bytes(Signal.TRACES)).isZero();
    send(root());
    assertThat(receiver.trace(TRACE).assertWellFormed().spans()).hasSize(1);
  }

  @Test
  void gzip_is_unpacked_and_bytes_are_those_on_the_wire() throws Exception {
    ExportTraceServiceRequest request = request(root(), child("11", "10"));
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
      gzip.write(request.toByteArray());
    }
    post(Signal.TRACES, zipped.toByteArray(), "Content-Encoding", "gzip");
    assertThat(receiver.spans()).hasSize(2);
    assertThat(receiver.bytes(Signal.TRACES)).isEqualTo(zipped.size());

    post(Signal.TRACES, request.toByteArray());
    assertThat(receiver.bytes(Signal.TRACES))
        .isEqualTo(zipped.size() + request.getSerializedSize());
    assertThat(receiver.bytes(Signal.LOGS)).isZero();
    receiver.clear();
    assertThat(receiver.bytes(Signal.TRACES)).isZero();
    assertThat(receiver.traces()).isEmpty();
  }

  @Test
  void grpc_brings_spans() {
    ManagedChannel channel =
        NettyChannelBuilder.forTarget(receiver.grpcEndpoint().substring("http://".length()))
            .usePlaintext()
            .build();
    try {
      ExportTraceServiceRequest request = request(root(), child("11", "10"));
      assertThat(TraceServiceGrpc.newBlockingStub(channel).withCompression("gzip").export(request))
          .isEqualTo(ExportTraceServiceResponse.getDefaultInstance());
      assertThat(receiver.bytes(Signal.TRACES)).isEqualTo(request.getSerializedSize());
    } finally {
      channel.shutdownNow();
    }
    assertThat(receiver.trace(TRACE).assertWellFormed().root().name()).isEqualTo("GET /item");
  }

  @Test
  void a_log_record_names_its_trace() throws Exception {
    LogRecord.Builder record =
        LogRecord.newBuilder().setTraceId(bytes(TRACE)).setSpanId(SpanBuilder.id("10"));
    post(
        Signal.LOGS,
        ExportLogsServiceRequest.newBuilder()
            .addResourceLogs(
                ResourceLogs.newBuilder()
                    .addScopeLogs(
                        ScopeLogs.newBuilder()
                            .addLogRecords(record)
                            .addLogRecords(LogRecord.newBuilder())))
            .build()
            .toByteArray());
    assertThat(receiver.logs()).extracting(ReceivedLog::traceId).containsExactly(TRACE, "");
    assertThat(receiver.logs())
        .extracting(ReceivedLog::spanId)
        .containsExactly("0000000000000010", "");
  }

  @Test
  void exemplars_name_their_span_and_count_once() throws Exception {
    Metric.Builder metric = Data.seconds("d", Data.text("a", "b"), 0.2).toBuilder();
    metric
        .getExponentialHistogramBuilder()
        .getDataPointsBuilder(0)
        .addExemplars(
            Exemplar.newBuilder()
                .setAsDouble(0.2)
                .setTimeUnixNano(5)
                .setTraceId(bytes(TRACE))
                .setSpanId(SpanBuilder.id("10")));
    byte[] body = Data.request(metric.build()).toByteArray();
    post(Signal.METRICS, body);
    post(Signal.METRICS, body);

    ReceivedExemplar expected = new ReceivedExemplar(0.2, 5, TRACE, "0000000000000010", Map.of());
    assertThat(receiver.exemplars("d", Map.of("a", "b"))).containsExactly(expected);
    assertThat(receiver.series("d", Map.of()).get(0).exemplars()).containsExactly(expected);
    assertThat(receiver.exemplars("d", Map.of("a", "c"))).isEmpty();
  }

  @Test
  void the_report_shows_why_traces_were_kept_and_the_slowest_one() throws Exception {
    send(root().setTraceId(bytes("aa".repeat(16))).addAttributes(Data.text("gnomon.kept", "slow")));
    send(root().setTraceId(bytes("bb".repeat(16))).addAttributes(Data.text("gnomon.kept", "slow")));
    send(
        failed(root(), "shop.SoldOut")
            .addAttributes(Data.text("gnomon.kept", "error,slow"))
            .setEndTimeUnixNano(SpanBuilder.START + 20_000_000),
        child("11", "10"),
        child("12", "10"),
        failed(child("13", "10"), "42P01"),
        child("14", "13"));
    String report = new Report(receiver).print();
    assertThat(report)
        .contains("traces: 3 kept: 3 slow, 1 error\n")
        .contains("the slowest, 20.0 ms, " + TRACE + ":\n")
        .contains("\n  GET /item  20.000 ms  server  failed: shop.SoldOut\n")
        .contains("\n    2 x  SELECT item  2.000 ms  client\n")
        .contains(
            "\n    SELECT item  1.000 ms  client  failed: 42P01\n      SELECT item  1.000 ms");
    assertThat(report.lines()).allMatch(line -> line.length() <= 120);
  }

  @Test
  void a_large_trace_is_cut_in_the_report() throws Exception {
    List<Span.Builder> spans = new ArrayList<>(List.of(root()));
    for (int i = 11; i < 71; i++) {
      spans.add(child(Integer.toString(i), "10").setName("SELECT t" + i));
    }
    send(spans.toArray(Span.Builder[]::new));
    String report = new TraceReport(receiver).print();
    assertThat(report).endsWith("  ... and 41 more\n").contains("1 kept: 1 (no reason)");
    assertThat(report.lines()).hasSize(2 + 20 + 1);
  }

  @Test
  void the_report_works_without_traces() throws Exception {
    post(Signal.METRICS, Data.request(Data.sum(Data.DELTA, 1, 2, 3)).toByteArray());
    assertThat(new Report(receiver).print()).contains("traces: none kept\n");
  }
}
