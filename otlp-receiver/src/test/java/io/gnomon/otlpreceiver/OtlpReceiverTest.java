package io.gnomon.otlpreceiver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceResponse;
import io.opentelemetry.proto.collector.metrics.v1.MetricsServiceGrpc;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.logs.v1.ResourceLogs;
import io.opentelemetry.proto.logs.v1.ScopeLogs;
import io.opentelemetry.proto.metrics.v1.Metric;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OtlpReceiverTest {

  private static final Duration SOON = Duration.ofSeconds(10);

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

  private HttpRequest.Builder to(Signal signal, byte[] body) {
    return HttpRequest.newBuilder(URI.create(receiver.httpEndpoint() + signal.path()))
        .timeout(SOON)
        .header("Content-Type", "application/x-protobuf")
        .POST(HttpRequest.BodyPublishers.ofByteArray(body));
  }

  private HttpResponse<byte[]> send(Metric metric) throws IOException, InterruptedException {
    HttpRequest request = to(Signal.METRICS, Data.request(metric).toByteArray()).build();
    return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
  }

  @Test
  void cumulative_points_are_summed_over_their_starts() throws Exception {
    send(Data.sum(Data.CUMULATIVE, 1, 10, 5));
    send(Data.sum(Data.CUMULATIVE, 1, 20, 7));
    send(Data.sum(Data.CUMULATIVE, 21, 30, 2));
    assertThat(receiver.sum("requests", Map.of("http.route", "/item"))).isEqualTo(9);
    assertThat(receiver.sum("requests", Map.of("http.route", "/other"))).isZero();
    assertThat(receiver.points("requests", Map.of())).hasSize(3);
  }

  @Test
  void delta_points_are_summed_once_though_sent_twice() throws Exception {
    send(Data.sum(Data.DELTA, 1, 10, 5));
    send(Data.sum(Data.DELTA, 10, 20, 7));
    send(Data.sum(Data.DELTA, 10, 20, 7));
    assertThat(receiver.sum("requests", Map.of())).isEqualTo(12);
  }

  @Test
  void gzip_is_unpacked_and_headers_are_kept() throws Exception {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
      gzip.write(Data.request(Data.sum(Data.DELTA, 1, 2, 3)).toByteArray());
    }
    HttpRequest request =
        to(Signal.METRICS, zipped.toByteArray())
            .header("Content-Encoding", "gzip")
            .header("X-Tenant", "a")
            .build();
    assertThat(client.send(request, HttpResponse.BodyHandlers.ofByteArray()).statusCode())
        .isEqualTo(200);
    assertThat(receiver.sum("requests", Map.of())).isEqualTo(3);
    assertThat(receiver.requests(Signal.METRICS).get(0).headers()).containsEntry("x-tenant", "a");
  }

  @Test
  void quantiles_of_an_exponential_histogram_lie_within_a_bucket() throws Exception {
    double[] values = DoubleStream.iterate(0.001, v -> v + 0.001).limit(1000).toArray();
    send(Data.seconds("d", Data.text("a", "b"), values));
    Distribution all = receiver.distribution("d", Map.of("a", "b"));
    assertThat(all.count()).isEqualTo(1000);
    assertThat(all.max()).isCloseTo(1.0, within(1e-9));
    assertThat(all.quantile(0.5)).isCloseTo(0.5, within(0.5 * 0.09));
    assertThat(all.quantile(0.99)).isCloseTo(0.99, within(0.99 * 0.09));
    assertThat(all.quantile(1)).isCloseTo(1.0, within(1e-9));
  }

  @Test
  void refused_data_is_not_counted_and_the_script_runs_out() throws Exception {
    receiver.answerNext(Signal.METRICS, 1, Answer.status(503).withHeader("Retry-After", "7"));
    HttpResponse<byte[]> refused = send(Data.sum(Data.DELTA, 1, 2, 3));
    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.headers().firstValue("Retry-After")).contains("7");
    assertThat(receiver.sum("requests", Map.of())).isZero();
    assertThat(send(Data.sum(Data.DELTA, 1, 2, 3)).statusCode()).isEqualTo(200);
    assertThat(receiver.sum("requests", Map.of())).isEqualTo(3);
    assertThat(receiver.requests(Signal.METRICS)).hasSize(2);
    assertThat(receiver.accepted(Signal.METRICS)).hasSize(1);
  }

  @Test
  void one_signal_fails_until_reset() throws Exception {
    receiver.answerAlways(Signal.METRICS, Answer.status(404));
    assertThat(send(Data.sum(Data.DELTA, 1, 2, 3)).statusCode()).isEqualTo(404);
    assertThat(send(Data.sum(Data.DELTA, 1, 2, 3)).statusCode()).isEqualTo(404);
    HttpRequest logs = to(Signal.LOGS, new byte[0]).build();
    assertThat(client.send(logs, HttpResponse.BodyHandlers.discarding()).statusCode())
        .isEqualTo(200);
    receiver.resetAnswers();
    assertThat(send(Data.sum(Data.DELTA, 1, 2, 3)).statusCode()).isEqualTo(200);
  }

  @Test
  void hangs_closes_and_talks_nonsense() throws Exception {
    receiver.answerNext(Signal.METRICS, 1, Answer.hang());
    HttpRequest impatient = to(Signal.METRICS, new byte[0]).timeout(Duration.ofMillis(200)).build();
    assertThatThrownBy(() -> client.send(impatient, HttpResponse.BodyHandlers.discarding()))
        .isInstanceOf(HttpTimeoutException.class);
    receiver.answerNext(Signal.LOGS, 1, Answer.close());
    HttpRequest closed = to(Signal.LOGS, new byte[0]).build();
    assertThatThrownBy(() -> client.send(closed, HttpResponse.BodyHandlers.discarding()))
        .isInstanceOf(IOException.class);
    receiver.answerNext(Signal.METRICS, 1, Answer.garbage());
    byte[] garbage = send(Data.sum(Data.DELTA, 1, 2, 3)).body();
    assertThatThrownBy(() -> ExportMetricsServiceResponse.parseFrom(garbage))
        .isInstanceOf(IOException.class);
  }

  @Test
  void partial_success_names_what_was_rejected() throws Exception {
    receiver.answerNext(Signal.METRICS, 1, Answer.partial(3, "too old"));
    byte[] body = send(Data.sum(Data.DELTA, 1, 2, 3)).body();
    var partial = ExportMetricsServiceResponse.parseFrom(body).getPartialSuccess();
    assertThat(partial.getRejectedDataPoints()).isEqualTo(3);
    assertThat(partial.getErrorMessage()).isEqualTo("too old");
  }

  @Test
  void what_is_no_protobuf_is_a_bad_request() throws Exception {
    HttpRequest request = to(Signal.METRICS, new byte[] {-1, -1, -1}).build();
    assertThat(client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode())
        .isEqualTo(400);
  }

  @Test
  void grpc_takes_refuses_and_says_when_to_come_again() {
    ManagedChannel channel =
        NettyChannelBuilder.forTarget(receiver.grpcEndpoint().substring("http://".length()))
            .usePlaintext()
            .build();
    try {
      var stub = MetricsServiceGrpc.newBlockingStub(channel);
      ExportMetricsServiceRequest request = Data.request(Data.sum(Data.DELTA, 1, 2, 3));
      receiver.answerNext(Signal.METRICS, 1, Answer.status(503).withHeader("Retry-After", "7"));
      assertThatThrownBy(() -> stub.export(request))
          .isInstanceOfSatisfying(
              StatusRuntimeException.class,
              refused -> {
                assertThat(refused.getStatus().getCode().name()).isEqualTo("UNAVAILABLE");
                Metadata trailers = refused.getTrailers();
                assertThat(trailers).isNotNull();
                assertThat(trailers.keys()).contains("grpc-status-details-bin");
              });
      assertThat(stub.export(request)).isEqualTo(ExportMetricsServiceResponse.getDefaultInstance());
      assertThat(receiver.sum("requests", Map.of())).isEqualTo(3);
    } finally {
      channel.shutdownNow();
    }
  }

  @Test
  void waiting_ends_when_the_condition_holds_and_fails_with_what_it_waited_for() throws Exception {
    HttpRequest request =
        to(Signal.METRICS, Data.request(Data.sum(Data.DELTA, 1, 2, 3)).toByteArray()).build();
    var sent = client.sendAsync(request, HttpResponse.BodyHandlers.discarding());
    receiver.await("three", SOON, () -> receiver.sum("requests", Map.of()) == 3);
    sent.get();
    assertThatThrownBy(() -> receiver.await("pigs to fly", Duration.ofMillis(60), () -> false))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("pigs to fly")
        .hasMessageContaining("requests");
  }

  @Test
  void the_report_shows_routes_queries_and_slow_queries() throws Exception {
    double[] values = DoubleStream.iterate(0.001, v -> v + 0.001).limit(100).toArray();
    send(Data.seconds("http.server.request.duration", Data.text("http.route", "/item/*"), values));
    send(
        Data.seconds(
            "gnomon.db.query.duration", Data.text("db.query.summary", "SELECT item"), 0.2));
    ExportLogsServiceRequest slow =
        ExportLogsServiceRequest.newBuilder()
            .addResourceLogs(
                ResourceLogs.newBuilder()
                    .addScopeLogs(
                        ScopeLogs.newBuilder()
                            .addLogRecords(
                                LogRecord.newBuilder()
                                    .setEventName("gnomon.db.slow_query")
                                    .addAttributes(Data.text("db.query.text", "SELECT * FROM item"))
                                    .addAttributes(Data.text("gnomon.held_back", "4"))
                                    .addAttributes(Data.text("gnomon.db.query.duration_ms", "250"))
                                    .addAttributes(
                                        Data.text(
                                            "code.stacktrace", "shop.Items.find(Items.java:7)\nx"))
                                    .addAttributes(Data.text("http.route", "/item/*")))
                            .addLogRecords(
                                LogRecord.newBuilder()
                                    .setEventName("gnomon.request.error")
                                    .addAttributes(Data.text("error.type", "shop.SoldOut"))
                                    .addAttributes(Data.text("gnomon.held_back", "2"))
                                    .addAttributes(
                                        Data.text("code.stacktrace", "shop.Cart.add(Cart.java:9)"))
                                    .addAttributes(Data.text("http.route", "/cart")))))
            .build();
    client.send(
        to(Signal.LOGS, slow.toByteArray()).build(), HttpResponse.BodyHandlers.discarding());
    String report = new Report(receiver).print();
    assertThat(report)
        .containsPattern("\\? /item/\\* +100 +50\\.0 +\\d+\\.\\d")
        .containsPattern("SELECT item +1 ")
        .contains("5 x  up to 250.0 ms", "SELECT * FROM item", "at shop.Items.find(Items.java:7)")
        .contains("3 x  shop.SoldOut  in /cart, answered nothing", "at shop.Cart.add(Cart.java:9)");
    assertThat(report.lines()).allMatch(line -> line.length() <= 120);
  }

  @Test
  void the_report_shows_budgets_and_why_one_is_broken() throws Exception {
    for (String metric : List.of("gnomon.budget.burn", "gnomon.budget.breached")) {
      send(Data.gauge(metric, 3, budget()));
    }
    send(Data.gauge("gnomon.budget.burn", 0, Data.text("gnomon.budget.name", "all")));
    client.send(
        to(
                Signal.LOGS,
                ExportLogsServiceRequest.newBuilder()
                    .addResourceLogs(
                        ResourceLogs.newBuilder()
                            .addScopeLogs(
                                ScopeLogs.newBuilder()
                                    .addLogRecords(
                                        LogRecord.newBuilder()
                                            .setEventName("gnomon.budget.broken")
                                            .addAllAttributes(List.of(budget()))
                                            .addAttributes(
                                                Data.text(
                                                    "gnomon.budget.worst.why",
                                                    "N+1: SELECT item")))))
                    .build()
                    .toByteArray())
            .build(),
        HttpResponse.BodyHandlers.discarding());
    assertThat(new Report(receiver).print())
        .contains("3.00 x  pay queries  in /pay  BROKEN", "N+1: SELECT item")
        .containsPattern("0.00 x  all .* in \\(no route\\)\\n");
  }

  private static KeyValue[] budget() {
    return new KeyValue[] {
      Data.text("gnomon.budget.name", "pay"),
      Data.text("gnomon.budget.objective", "queries"),
      Data.text("http.route", "/pay")
    };
  }
}
