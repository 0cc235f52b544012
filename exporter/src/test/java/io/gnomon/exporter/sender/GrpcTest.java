package io.gnomon.exporter.sender;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.core.metrics.Snapshots;
import io.gnomon.exporter.GrpcLoader;
import io.gnomon.exporter.Recorder;
import io.gnomon.exporter.Spans;
import io.gnomon.exporter.TestSettings;
import io.gnomon.exporter.data.KeptSpans;
import io.gnomon.exporter.data.MetricBatches;
import io.gnomon.exporter.data.Origin;
import io.gnomon.exporter.settings.ExportSettings;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsPartialSuccess;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceResponse;
import io.opentelemetry.proto.collector.metrics.v1.MetricsServiceGrpc;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.collector.trace.v1.TraceServiceGrpc;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.sdk.resources.Resource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GrpcTest {

  private static final GrpcLoader LOADER = GrpcTest.class::getClassLoader;

  private final List<ExportMetricsServiceRequest> received = new CopyOnWriteArrayList<>();
  private final List<ExportTraceServiceRequest> traces = new CopyOnWriteArrayList<>();
  private volatile Status status = Status.OK;
  private volatile long refused;
  private Server server;
  private int port;

  @BeforeEach
  void start() throws IOException {
    server =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0))
            .addService(
                new MetricsServiceGrpc.MetricsServiceImplBase() {
                  @Override
                  public void export(
                      ExportMetricsServiceRequest request,
                      StreamObserver<ExportMetricsServiceResponse> answer) {
                    received.add(request);
                    answer(answer);
                  }
                })
            .addService(
                new TraceServiceGrpc.TraceServiceImplBase() {
                  @Override
                  public void export(
                      ExportTraceServiceRequest request,
                      StreamObserver<ExportTraceServiceResponse> answer) {
                    traces.add(request);
                    answer.onNext(ExportTraceServiceResponse.getDefaultInstance());
                    answer.onCompleted();
                  }
                })
            .build()
            .start();
    port = server.getPort();
  }

  @AfterEach
  void stop() {
    server.shutdownNow();
  }

  private void answer(StreamObserver<ExportMetricsServiceResponse> answer) {
    if (!status.isOk()) {
      answer.onError(status.asRuntimeException());
      return;
    }
    ExportMetricsServiceResponse.Builder response = ExportMetricsServiceResponse.newBuilder();
    if (refused > 0) {
      response.setPartialSuccess(
          ExportMetricsPartialSuccess.newBuilder().setRejectedDataPoints(refused));
    }
    answer.onNext(response.build());
    answer.onCompleted();
  }

  private ExportSettings settings() {
    return TestSettings.of(
        "otel.exporter.otlp.protocol", "grpc",
        "otel.exporter.otlp.compression", "gzip",
        "otel.exporter.otlp.timeout", "5s",
        "otel.exporter.otlp.endpoint", "http://127.0.0.1:" + port);
  }

  private Outcome send() {
    MetricEndpoint endpoint = new MetricEndpoint(settings().metrics(), LOADER, new Recorder());
    try {
      return endpoint.send(
          new MetricBatches(new Origin(Resource.empty(), "1"), false, false)
              .next(List.of(Snapshots.counter(1, 7)), 2));
    } finally {
      endpoint.close();
    }
  }

  @Test
  void aBatchArrives() {
    assertThat(send().kind()).isEqualTo(Outcome.Kind.ACCEPTED);
    assertThat(
            received
                .get(0)
                .getResourceMetrics(0)
                .getScopeMetrics(0)
                .getMetrics(0)
                .getSum()
                .getDataPoints(0)
                .getAsInt())
        .isEqualTo(7);
  }

  @Test
  void spansArrive() {
    SpanEndpoint endpoint = new SpanEndpoint(settings().traces(), LOADER, new Recorder());
    try {
      Origin origin = new Origin(Resource.empty(), "1");
      Outcome outcome =
          endpoint.send(
              List.of(
                  new KeptSpans(origin).of(Spans.server(7, "a=1")),
                  new KeptSpans(origin).of(Spans.query(7, 0x11))));
      assertThat(outcome.kind()).isEqualTo(Outcome.Kind.ACCEPTED);
    } finally {
      endpoint.close();
    }
    assertThat(traces.get(0).getResourceSpans(0).getScopeSpans(0).getSpansList())
        .extracting(Span::getName)
        .containsExactly("GET /shop", "SELECT item");
  }

  @Test
  void partialSuccessIsSeen() {
    refused = 3;
    assertThat(send().refusedRecords()).isEqualTo(3);
  }

  @Test
  void statusesAreReadAsTheSpecificationSays() {
    status = Status.UNIMPLEMENTED;
    assertThat(send().kind()).isEqualTo(Outcome.Kind.NOT_SERVED);
    status = Status.INVALID_ARGUMENT.withDescription("bad");
    Outcome outcome = send();
    assertThat(outcome.kind()).isEqualTo(Outcome.Kind.REJECTED);
    assertThat(outcome.reason()).contains("INVALID_ARGUMENT").contains("bad");
  }

  @Test
  void aServerThatIsGoneMayComeBack() {
    server.shutdownNow();
    assertThat(send().kind()).isEqualTo(Outcome.Kind.RETRY);
  }
}
