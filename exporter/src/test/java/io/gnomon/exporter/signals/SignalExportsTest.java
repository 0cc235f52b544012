package io.gnomon.exporter.signals;

import static io.gnomon.exporter.Collector.status;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.core.attributes.AttributeSet;
import io.gnomon.core.events.Event;
import io.gnomon.core.metrics.Snapshots;
import io.gnomon.exporter.Collector;
import io.gnomon.exporter.data.Quantile;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsPartialSuccess;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceResponse;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsPartialSuccess;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceResponse;
import io.opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Each way in which an endpoint can fail, over real sockets. */
class SignalExportsTest extends ExportFixture {

  private void count(long value) {
    recorder.snapshots = List.of(Snapshots.counter(1, value));
    clock.advance(TimeUnit.SECONDS.toNanos(60));
  }

  private static Metric metric(ExportMetricsServiceRequest request) {
    return request.getResourceMetrics(0).getScopeMetrics(0).getMetrics(0);
  }

  private NumberDataPoint lastPoint() {
    return metric(collector.last().metrics()).getSum().getDataPoints(0);
  }

  private static Event event(String body) {
    return new Event(
        "gnomon.db.slow_query",
        42,
        body,
        AttributeSet.builder().put("db.query.text", "SELECT ?").put("n", 3).put("b", true).build());
  }

  @Test
  void aMetricArrivesWithResourceScopeAndPoint() {
    count(7);
    exports("otel.service.name", "shop").exportMetrics();

    ExportMetricsServiceRequest request = collector.last().metrics();
    assertThat(collector.last().path()).isEqualTo("/v1/metrics");
    assertThat(request.getResourceMetrics(0).getResource().getAttributesList())
        .anySatisfy(
            attribute -> {
              assertThat(attribute.getKey()).isEqualTo("service.name");
              assertThat(attribute.getValue().getStringValue()).isEqualTo("shop");
            });
    assertThat(request.getResourceMetrics(0).getScopeMetrics(0).getScope().getName())
        .isEqualTo("io.gnomon");
    assertThat(request.getResourceMetrics(0).getScopeMetrics(0).getSchemaUrl())
        .isEqualTo("https://opentelemetry.io/schemas/1.45.0");
    assertThat(metric(request).getName()).isEqualTo("gnomon.db.slow_queries");
    assertThat(metric(request).getSum().getIsMonotonic()).isTrue();
    assertThat(lastPoint().getAsInt()).isEqualTo(7);
    assertThat(recorder.lines)
        .containsExactly(
            "INFO first export of metrics to " + collector.url() + "/v1/metrics was accepted");
  }

  @Test
  void aPercentileReadFromTheWireIsWithinTheStatedError() {
    long[] nanos = LongStream.rangeClosed(1, 5_000).map(i -> i * 200_000).toArray();
    recorder.snapshots = List.of(Snapshots.durations(1, nanos));
    exports().exportMetrics();

    ExponentialHistogramDataPoint point =
        metric(collector.last().metrics()).getExponentialHistogram().getDataPoints(0);
    double p99 =
        Quantile.of(
            0.99,
            point.getScale(),
            point.getPositive().getOffset(),
            point.getPositive().getBucketCountsList());
    assertThat(point.getCount()).isEqualTo(5_000);
    assertThat(point.getMax()).isEqualTo(1.0);
    assertThat(Math.abs(p99 - 0.99) / 0.99).isLessThan(0.05);
  }

  @Test
  void explicitBucketsOnRequest() {
    recorder.snapshots = List.of(Snapshots.durations(1, 1_000_000, 50_000_000));
    exports("otel.exporter.otlp.metrics.default.histogram.aggregation", "explicit_bucket_histogram")
        .exportMetrics();

    assertThat(
            metric(collector.last().metrics())
                .getHistogram()
                .getDataPoints(0)
                .getBucketCountsList())
        .containsExactly(1L, 1L, 0L, 0L);
  }

  @Test
  void anEventArrivesAsALogRecord() {
    recorder.events.add(event("slow"));
    exports().exportRecords();

    var record = collector.last().logs().getResourceLogs(0).getScopeLogs(0).getLogRecords(0);
    assertThat(collector.last().path()).isEqualTo("/v1/logs");
    assertThat(record.getEventName()).isEqualTo("gnomon.db.slow_query");
    assertThat(record.getBody().getStringValue()).isEqualTo("slow");
    assertThat(record.getSeverityText()).isEqualTo("WARN");
    assertThat(record.getTimeUnixNano()).isEqualTo(42);
    assertThat(record.getAttributesCount()).isEqualTo(3);
  }

  @Test
  void manyEventsLeaveInBoundedBatches() {
    for (int i = 0; i < RecordBatches.MAX_BATCH + 1; i++) {
      recorder.events.add(event("e" + i));
    }
    exports().exportRecords();

    assertThat(collector.received()).hasSize(2);
  }

  @Test
  void cumulativeValuesAreRightAfterAnOutage() throws IOException {
    SignalExports exports = exports();
    count(5);
    exports.exportMetrics();
    int port = collector.port();
    collector.close();
    count(6);
    exports.exportMetrics();
    count(7);
    exports.exportMetrics();
    collector = Collector.at(port);
    count(8);
    exports.exportMetrics();

    assertThat(lastPoint().getAsInt()).isEqualTo(8);
    assertThat(lastPoint().getStartTimeUnixNano()).isEqualTo(1);
    assertThat(recorder.exports)
        .containsExactly("metrics accepted", "metrics retry", "metrics retry", "metrics accepted");
    assertThat(recorder.lines).hasSize(3);
    assertThat(recorder.lines.get(1)).startsWith("WARN export of metrics to ").contains("refused");
    assertThat(recorder.lines.get(2)).contains("works again").contains("after 2 that failed");
  }

  @Test
  void aRefusedConnectionIsRetriedAsThePolicySays() {
    SignalExports exports = exports();
    collector.close();
    count(1);
    exports.exportMetrics();

    assertThat(recorder.pauses).hasSize(4);
    assertThat(recorder.pauses.get(0)).isBetween(800_000_000L, 1_200_000_000L);
    assertThat(recorder.pauses.get(1)).isBetween(1_200_000_000L, 1_800_000_000L);
  }

  @Test
  void deltaSendsTheSameIntervalAgainAndThenTheNext() {
    SignalExports exports = exports("otel.exporter.otlp.metrics.temporality.preference", "delta");
    count(5);
    exports.exportMetrics();
    collector.answer(status(503, "Retry-After", "3600"));
    count(7);
    exports.exportMetrics();
    byte[] lost = collector.last().body();
    collector.answer(Collector.OK);
    clock.advance(TimeUnit.HOURS.toNanos(1));
    count(11);
    exports.exportMetrics();

    int size = collector.received().size();
    assertThat(size).isEqualTo(4);
    assertThat(collector.received().get(size - 2).body()).isEqualTo(lost);
    NumberDataPoint resent =
        metric(collector.received().get(size - 2).metrics()).getSum().getDataPoints(0);
    assertThat(resent.getAsInt()).isEqualTo(2);
    assertThat(lastPoint().getAsInt()).isEqualTo(4);
    assertThat(lastPoint().getStartTimeUnixNano()).isEqualTo(resent.getTimeUnixNano());
  }

  @Test
  void tooManyRequestsIsRetriedWhenTheEndpointSays() {
    collector.answer(
        exchange -> {
          collector.answer(Collector.OK);
          status(429, "Retry-After", "2").to(exchange);
        });
    count(1);
    exports().exportMetrics();

    assertThat(recorder.pauses).containsExactly(TimeUnit.SECONDS.toNanos(2));
    assertThat(collector.received()).hasSize(2);
    assertThat(recorder.exports).containsExactly("metrics accepted");
  }

  @Test
  void anEndpointThatAsksForLongerThanTheTimeoutIsLeftAlone() {
    collector.answer(status(503, "Retry-After", "120"));
    SignalExports exports = exports();
    count(1);
    exports.exportMetrics();
    count(2);
    exports.exportMetrics();

    assertThat(recorder.pauses).isEmpty();
    assertThat(collector.received()).hasSize(1);
    count(3);
    exports.exportMetrics();
    assertThat(collector.received()).hasSize(2);
  }

  @Test
  void aSignalThatIsNotServedFailsAloneAndIsTriedSlowly() {
    collector.answer(
        exchange ->
            status(exchange.getRequestURI().getPath().endsWith("metrics") ? 404 : 200)
                .to(exchange));
    SignalExports exports = exports();
    recorder.events.add(event("slow"));
    count(1);
    exports.exportMetrics();
    exports.exportRecords();
    count(2);
    exports.exportMetrics();

    assertThat(recorder.exports).containsExactly("metrics not_served", "logs accepted");
    assertThat(recorder.lines.get(0))
        .startsWith("WARN")
        .contains("404")
        .contains("set otel.metrics.exporter=none");
    clock.advance(Lane.SLOW_RETRY_NANOS);
    exports.exportMetrics();
    assertThat(recorder.exports).hasSize(3);
    assertThat(recorder.lines).hasSize(2);
  }

  @Test
  void aRefusedLogBatchIsDroppedAndCounted() {
    collector.answer(status(400));
    recorder.events.add(event("slow"));
    SignalExports exports = exports();
    exports.exportRecords();

    assertThat(recorder.dropped).isEqualTo(1);
    assertThat(recorder.exports).containsExactly("logs rejected");
  }

  @Test
  void logsWaitWhileTheEndpointIsDown() {
    collector.answer(status(503));
    SignalExports exports = exports();
    for (int i = 0; i < RecordBatches.MAX_BATCH + 10; i++) {
      recorder.events.add(event("e" + i));
    }
    exports.exportRecords();
    exports.exportRecords();

    assertThat(recorder.events).hasSize(10);
    assertThat(recorder.exports).containsExactly("logs retry");
    collector.answer(Collector.OK);
    clock.advance(TimeUnit.SECONDS.toNanos(5));
    exports.exportRecords();
    assertThat(recorder.events).isEmpty();
    assertThat(recorder.dropped).isZero();
  }

  @Test
  void partialSuccessIsCountedAndToldOnce() {
    byte[] partial =
        ExportMetricsServiceResponse.newBuilder()
            .setPartialSuccess(
                ExportMetricsPartialSuccess.newBuilder()
                    .setRejectedDataPoints(300)
                    .setErrorMessage("no\nexponential histograms"))
            .build()
            .toByteArray();
    collector.answer(Collector.body(200, partial));
    SignalExports exports = exports();
    count(1);
    exports.exportMetrics();
    count(2);
    exports.exportMetrics();

    assertThat(recorder.dropped).isEqualTo(600);
    assertThat(recorder.exports).containsExactly("metrics partial", "metrics partial");
    assertThat(recorder.lines).hasSize(2);
    assertThat(recorder.lines.get(1)).contains("300").contains("no exponential histograms");
  }

  @Test
  void partialSuccessOfLogs() {
    collector.answer(
        Collector.body(
            200,
            ExportLogsServiceResponse.newBuilder()
                .setPartialSuccess(ExportLogsPartialSuccess.newBuilder().setRejectedLogRecords(1))
                .build()
                .toByteArray()));
    recorder.events.add(event("slow"));
    exports().exportRecords();

    assertThat(recorder.dropped).isEqualTo(1);
  }

  @Test
  void aBodyThatIsNotOtlpIsToldOnce() {
    collector.answer(Collector.body(200, "<html>".getBytes(StandardCharsets.US_ASCII)));
    SignalExports exports = exports();
    count(1);
    exports.exportMetrics();
    count(2);
    exports.exportMetrics();

    assertThat(recorder.lines).hasSize(2);
    assertThat(recorder.lines.get(1)).contains("not OTLP");
  }

  @Test
  void aHugeAnswerIsReadWithinBounds() {
    collector.answer(Collector.body(500, new byte[5_000_000]));
    count(1);
    exports().exportMetrics();

    assertThat(recorder.exports).containsExactly("metrics rejected");
  }

  @Test
  void aRedirectIsNotFollowed() {
    collector.answer(status(307, "Location", collector.url() + "/elsewhere"));
    count(1);
    exports().exportMetrics();

    assertThat(collector.received()).hasSize(1);
    assertThat(recorder.exports).containsExactly("metrics rejected");
  }

  @Test
  void anEndpointThatHangsIsGivenUpAtTheTimeout() {
    CountDownLatch release = new CountDownLatch(1);
    collector.answer(
        exchange -> {
          try {
            release.await(20, TimeUnit.SECONDS);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    count(1);
    exports("otel.exporter.otlp.timeout", "300ms").exportMetrics();
    release.countDown();

    assertThat(recorder.exports).containsExactly("metrics retry");
    assertThat(recorder.lines.get(0)).contains("SocketTimeoutException");
  }

  @Test
  void headersAndGzip() {
    count(1);
    exports(
            "otel.exporter.otlp.headers", "api-key=a%20b,x=general",
            "otel.exporter.otlp.metrics.headers", "api-key=own%3D",
            "otel.exporter.otlp.compression", "gzip")
        .exportMetrics();

    assertThat(collector.last().header("Api-key")).isEqualTo("own=");
    assertThat(collector.last().header("Content-encoding")).isEqualTo("gzip");
    assertThat(collector.last().header("Connection")).isEqualTo("close");
    assertThat(collector.last().header("Content-type")).isEqualTo("application/x-protobuf");
    assertThat(lastPoint().getAsInt()).isEqualTo(1);
  }

  @Test
  void noThreadIsLeftBehind() {
    count(1);
    exports().exportMetrics();

    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .noneMatch(name -> name.contains("Keep-Alive"));
  }

  @Test
  void withoutGrpcOneLineSaysSo() {
    SignalExports exports = exports("otel.exporter.otlp.protocol", "grpc");
    count(1);
    exports.exportMetrics();
    count(2);
    exports.exportMetrics();

    assertThat(recorder.lines).hasSize(1);
    assertThat(recorder.lines.get(0))
        .startsWith("WARN metrics are not exported")
        .contains("no gRPC here");
    assertThat(recorder.exports).containsExactly("metrics unavailable");
  }

  @Test
  void aCertificateThatIsMissingStopsTheSignalAndIsTold() {
    count(1);
    exports("otel.exporter.otlp.certificate", "/does/not/exist.pem").exportMetrics();

    assertThat(collector.received()).isEmpty();
    assertThat(recorder.lines.get(0)).contains("can't read /does/not/exist.pem");
  }

  @Test
  void anAnswerThatIsNotHttpIsAFailureThatMayPass() throws Exception {
    try (ServerSocket garbage = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
      Thread server = new Thread(() -> answerGarbage(garbage));
      server.setDaemon(true);
      server.start();
      count(1);
      exports("otel.exporter.otlp.metrics.endpoint", "http://127.0.0.1:" + garbage.getLocalPort())
          .exportMetrics();
    }
    assertThat(recorder.exports).containsExactly("metrics retry");
    assertThat(recorder.lines).hasSize(1);
  }

  private static void answerGarbage(ServerSocket garbage) {
    while (!garbage.isClosed()) {
      try (Socket socket = garbage.accept()) {
        socket.getInputStream().read(new byte[65_536]);
        socket.getOutputStream().write("\u0001\u0002 no such protocol\r\n".getBytes(UTF_8));
      } catch (IOException closed) {
        return;
      }
    }
  }

  @Test
  void aSignalThatIsNoneIsNotSent() {
    SignalExports exports = exports("otel.metrics.exporter", "none", "otel.logs.exporter", "none");
    count(1);
    recorder.events.add(event("slow"));
    exports.exportMetrics();
    exports.exportRecords();
    exports.finish();

    assertThat(collector.received()).isEmpty();
  }

  @Test
  void finishExportsEvenWhatIsLeftAlone() {
    collector.answer(status(404));
    SignalExports exports = exports();
    count(1);
    exports.exportMetrics();
    collector.answer(Collector.OK);
    exports.finish();

    assertThat(recorder.exports).containsExactly("metrics not_served", "metrics accepted");
  }
}
