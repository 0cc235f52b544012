package io.gnomon.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.it.harness.Container;
import io.gnomon.it.harness.Service;
import io.gnomon.it.harness.ServiceBuilder;
import io.gnomon.otlpreceiver.OtlpReceiver;
import io.gnomon.otlpreceiver.ReceivedSpan;
import io.gnomon.otlpreceiver.ReceivedTrace;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * In every container a request goes on with the trace of its headers, tells what it was, and has
 * its dispatches as spans.
 */
class InboundTracesIT {

  private static final String PARENT = "b7ad6b7169203331";
  private static final int ASYNC_MILLIS = 80;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private static String trace(int number) {
    return String.format("0af7651916cd43dd8448eb211c80%04x", number);
  }

  private static String traceParent(int number) {
    return "00-" + trace(number) + "-" + PARENT + "-01";
  }

  private void get(Service service, int status, String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(service.uri(path))
            .headers(headers)
            .header("User-Agent", "it/1")
            .header("Cookie", "JSESSIONID=5ecret")
            .build();
    assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(status);
  }

  @ParameterizedTest
  @EnumSource(Container.class)
  void requestsGoOnWithTheirTraces(Container container) throws Exception {
    try (OtlpReceiver receiver = OtlpReceiver.start()) {
      int port;
      try (Service service =
          ServiceBuilder.of(container)
              .exportingTo(receiver)
              .set("gnomon.traces", "all")
              .set("otel.propagators", "b3multi,tracecontext")
              .expect("WARN error: .*")
              .start()) {
        port = service.port();
        get(
            service,
            200,
            "/item/a%20b;jsessionid=5ecret?token=5ecret&x=1",
            "traceparent",
            traceParent(1),
            "tracestate",
            "a=1",
            "tracestate",
            "b=2");
        get(service, 200, "/hello", "traceparent", traceParent(2) + "-01");
        get(service, 200, "/forward-include", "traceparent", traceParent(3));
        get(service, 200, "/async?ms=" + ASYNC_MILLIS, "traceparent", traceParent(4));
        get(service, 500, "/forward-error", "traceparent", traceParent(5));
        get(
            service,
            200,
            "/hello",
            "X-B3-TraceId",
            trace(6),
            "X-B3-SpanId",
            PARENT,
            "X-B3-Sampled",
            "1");
        get(service, 200, "/async-dispatch?ms=" + ASYNC_MILLIS, "traceparent", traceParent(7));
        get(service, 200, "/hello", "b3", trace(8) + "-" + PARENT + "-0");
      }
      assertFacts(receiver.trace(trace(1)), port);
      assertThat(receiver.traces())
          .extracting(ReceivedTrace::traceId)
          .hasSize(8)
          .doesNotContain(trace(2));
      assertNested(receiver.trace(trace(3)).assertWellFormed());
      assertAsync(receiver.trace(trace(4)), "/async");
      assertFailed(receiver.trace(trace(5)).assertWellFormed());
      assertAsync(receiver.trace(trace(7)), "/async-dispatch");
      for (int each : new int[] {6, 8}) {
        assertThat(receiver.trace(trace(each)).root().parentSpanId()).isEqualTo(PARENT);
      }
      assertThat(receiver.sum("gnomon.agent.failures", Map.of())).isZero();
      assertThat(receiver.sum("http.server.request.duration", Map.of())).isEqualTo(8);
    }
  }

  private static void assertFacts(ReceivedTrace trace, int port) {
    ReceivedSpan root = trace.assertWellFormed().root();
    assertThat(root.kind()).isEqualTo(SpanKind.SPAN_KIND_SERVER);
    assertThat(root.parentSpanId()).isEqualTo(PARENT);
    assertThat(root.parentRemote()).isTrue();
    assertThat(root.traceState()).isEqualTo("a=1,b=2");
    assertThat(root.attributes())
        .containsEntry("url.path", "/item/a%20b")
        .containsEntry("url.query", "token=REDACTED&x=REDACTED")
        .containsEntry("server.address", "127.0.0.1")
        .containsEntry("server.port", String.valueOf(port))
        .containsEntry("user_agent.original", "it/1")
        .containsEntry("network.protocol.version", "1.1")
        .doesNotContainKey("client.address");
    assertThat(root.attributes().values()).noneMatch(value -> value.contains("5ecret"));
  }

  private static void assertNested(ReceivedTrace trace) {
    ReceivedSpan root = trace.root();
    assertThat(root.attributes()).containsEntry("url.path", "/forward-include");
    ReceivedSpan forward = only(trace, root);
    assertThat(forward.name()).isEqualTo("forward /include-query");
    assertThat(forward.kind()).isEqualTo(SpanKind.SPAN_KIND_INTERNAL);
    ReceivedSpan include = only(trace, forward);
    assertThat(include.name()).isEqualTo("include /query");
    assertThat(trace.children(include))
        .as("queries")
        .hasSizeGreaterThanOrEqualTo(2)
        .allMatch(query -> query.kind() == SpanKind.SPAN_KIND_CLIENT);
  }

  private static ReceivedSpan only(ReceivedTrace trace, ReceivedSpan parent) {
    List<ReceivedSpan> children = trace.children(parent);
    assertThat(children).as("inside %s of %s", parent.name(), trace).hasSize(1);
    return children.get(0);
  }

  private static void assertAsync(ReceivedTrace trace, String path) {
    ReceivedSpan root = trace.assertWellFormed().root();
    assertThat(root.parentSpanId()).isEqualTo(PARENT);
    assertThat(root.attributes()).containsEntry("url.path", path);
    assertThat(root.nanos()).isGreaterThanOrEqualTo(ASYNC_MILLIS * 1_000_000L);
  }

  private static void assertFailed(ReceivedTrace trace) {
    ReceivedSpan forward = trace.children(trace.root()).get(0);
    assertThat(forward.name()).isEqualTo("forward /error");
    assertThat(forward.failed()).isTrue();
    assertThat(forward.attributes().get("error.type"))
        .as("what the dispatcher threw, which Undertow's wraps")
        .isIn("java.lang.IllegalStateException", "java.lang.RuntimeException");
  }
}
