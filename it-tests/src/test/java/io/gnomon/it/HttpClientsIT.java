package io.gnomon.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.sun.net.httpserver.Headers;
import io.gnomon.it.harness.Container;
import io.gnomon.it.harness.Jdk;
import io.gnomon.it.harness.Service;
import io.gnomon.it.harness.ServiceBuilder;
import io.gnomon.otlpreceiver.OtlpReceiver;
import io.gnomon.otlpreceiver.ReceivedSpan;
import io.gnomon.otlpreceiver.ReceivedTrace;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every HTTP client, its oldest, an older and its newest version, on every JDK that is found. */
class HttpClientsIT {

  private static final String MAIN = "com.example.clients.ClientsMain";
  private static final String CALLS = "http.client.request.duration";
  private static final String FOLLOWS_NOTHING = "url-stream";
  private static final String TRACE_PARENT = "00-[0-9a-f]{32}-[0-9a-f]{16}-0[23]";

  private static Stream<DynamicTest> onEach(Body body) {
    Stream<DynamicTest> versions =
        Stream.of("clients-oldest", "clients-older", "clients-newest")
            .map(version -> dynamicTest(version, () -> body.run(version, Jdk.ofBuild())));
    Stream<DynamicTest> jdks =
        Jdk.others().stream()
            .map(jdk -> dynamicTest(jdk.toString(), () -> body.run("clients-newest", jdk)));
    return Stream.concat(versions, jdks);
  }

  private interface Body {
    void run(String version, Jdk jdk) throws IOException;
  }

  private static ServiceBuilder service(String version, Jdk jdk, OtlpReceiver receiver) {
    return ServiceBuilder.of(Container.classPath(version), MAIN).on(jdk).exportingTo(receiver);
  }

  private static List<String> clients(Service service) {
    return service
        .out()
        .lines()
        .filter(line -> line.startsWith("CLIENTS "))
        .map(line -> List.of(line.substring("CLIENTS ".length()).split(",")))
        .findFirst()
        .orElseThrow();
  }

  private static String call(Service service, String client, String url) {
    String to = URLEncoder.encode(url, StandardCharsets.UTF_8);
    return service.get("/call?client=" + client + "&to=" + to).body();
  }

  @TestFactory
  Stream<DynamicTest> eachCallCountsOnceAndIsToldOnce() {
    return onEach(HttpClientsIT::counts);
  }

  private static void counts(String version, Jdk jdk) throws IOException {
    SoftAssertions all = new SoftAssertions();
    try (OtlpReceiver receiver = OtlpReceiver.start();
        CalledServer called = new CalledServer()) {
      int closedPort = closedPort();
      List<String> clients;
      try (Service service =
          service(version, jdk, receiver).set("clients.first", called.url("/ok")).start()) {
        clients = clients(service);
        all.assertThat(called.takeReceived())
            .as("outside of requests")
            .hasSameSizeAs(clients)
            .noneMatch(headers -> headers.containsKey("Traceparent"));
        for (String client : clients) {
          drive(service, client, called, closedPort, all);
        }
      }
      int n = clients.size();
      all.assertThat(calls(receiver, called.port(), "200")).as("200").isEqualTo(3 * n - 1);
      all.assertThat(calls(receiver, called.port(), "404")).as("404").isEqualTo(n);
      all.assertThat(calls(receiver, called.port(), "500")).as("500").isEqualTo(n);
      // Apache's clients count each request that they send, the others what they were asked for.
      long apache = clients.stream().filter(client -> client.startsWith("apache")).count();
      all.assertThat(calls(receiver, called.port(), "302")).as("302").isEqualTo(apache);
      all.assertThat(receiver.sum(CALLS, Map.of("server.port", "" + closedPort)))
          .as("refused")
          .isEqualTo(n);
      all.assertThat(receiver.sum(CALLS, Map.of("server.port", "" + called.port())))
          .as("all, with those that were not answered")
          .isEqualTo(6 * n - 1 + apache);
      all.assertThat(receiver.points(CALLS, Map.of()))
          .as("no call but those of the application")
          .allMatch(
              point ->
                  Set.of("" + called.port(), "" + closedPort)
                      .contains(point.attributes().get("server.port")));
      all.assertThat(receiver.sum("gnomon.agent.failures", Map.of())).as("failures").isZero();
    }
    all.assertAll();
  }

  private static double calls(OtlpReceiver receiver, int port, String status) {
    return receiver.sum(
        CALLS, Map.of("server.port", "" + port, "http.response.status_code", status));
  }

  private static int closedPort() throws IOException {
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return closed.getLocalPort();
    }
  }

  private static void drive(
      Service service, String client, CalledServer called, int closedPort, SoftAssertions all) {
    Map.of("/ok?secret=1", "200", "/missing", "404", "/broken", "500")
        .forEach(
            (path, status) -> {
              all.assertThat(call(service, client, called.url(path)))
                  .as(client + " " + path)
                  .isEqualTo(status);
              toldOnce(called.takeReceived(), 1, client + " " + path, all);
            });
    if (!client.equals(FOLLOWS_NOTHING)) {
      all.assertThat(call(service, client, called.url("/redirect")))
          .as(client + " redirected")
          .isEqualTo("200");
      toldOnce(called.takeReceived(), 2, client + " redirected", all);
    }
    all.assertThat(call(service, client, called.url("/silent")))
        .as(client + " not answered")
        .matches("[a-zA-Z0-9.]+Exception");
    // The JDK's client may ask again if its connection was closed meanwhile.
    List<Headers> notAnswered = called.takeReceived();
    toldOnce(notAnswered, Math.max(1, notAnswered.size()), client + " not answered", all);
    all.assertThat(call(service, client, "http://127.0.0.1:" + closedPort + "/"))
        .as(client + " refused")
        .matches("[a-zA-Z0-9.]+Exception");
  }

  private static void toldOnce(
      List<Headers> received, int requests, String what, SoftAssertions all) {
    all.assertThat(received).as(what).hasSize(requests);
    for (Headers headers : received) {
      all.assertThat(headers.get("Traceparent"))
          .as(what)
          .isNotNull()
          .singleElement()
          .matches(value -> value.matches(TRACE_PARENT));
    }
  }

  @TestFactory
  Stream<DynamicTest> whatTheOtherSideIsToldIsTheSpanOfTheCall() {
    return onEach(HttpClientsIT::spans);
  }

  private static void spans(String version, Jdk jdk) throws IOException {
    SoftAssertions all = new SoftAssertions();
    Set<String> told = new HashSet<>();
    try (OtlpReceiver receiver = OtlpReceiver.start();
        CalledServer called = new CalledServer()) {
      try (Service service = service(version, jdk, receiver).set("gnomon.traces", "all").start()) {
        for (String client : clients(service)) {
          call(service, client, called.url("/broken?secret=1"));
          called.takeReceived().forEach(headers -> told.add(headers.getFirst("Traceparent")));
        }
      }
      all.assertThat(receiver.traces()).hasSameSizeAs(told);
      for (ReceivedTrace trace : receiver.traces()) {
        checkSpan(trace, called, told, all);
      }
    }
    all.assertAll();
  }

  private static void checkSpan(
      ReceivedTrace trace, CalledServer called, Set<String> told, SoftAssertions all) {
    all.assertThatCode(trace::assertWellFormed).as(trace.toString()).doesNotThrowAnyException();
    List<ReceivedSpan> calls = trace.children(trace.root());
    all.assertThat(calls).as(trace.toString()).hasSize(1);
    for (ReceivedSpan call : calls) {
      all.assertThat("00-" + trace.traceId() + "-" + call.spanId() + "-03").isIn(told);
      all.assertThat(call.kind()).isEqualTo(Span.SpanKind.SPAN_KIND_CLIENT);
      all.assertThat(call.failed()).isTrue();
      all.assertThat(call.attributes())
          .containsEntry("url.full", called.url("/broken"))
          .containsEntry("error.type", "500")
          .containsEntry("http.response.status_code", "500")
          .containsEntry("server.address", "127.0.0.1");
    }
  }

  @TestFactory
  Stream<DynamicTest> idsThatTheApplicationSendsAreLeftAlone() {
    return onEach(HttpClientsIT::ownIds);
  }

  private static void ownIds(String version, Jdk jdk) throws IOException {
    SoftAssertions all = new SoftAssertions();
    try (OtlpReceiver receiver = OtlpReceiver.start();
        CalledServer called = new CalledServer();
        Service service =
            service(version, jdk, receiver)
                .set("otel.propagators", "tracecontext,b3,b3multi")
                .start()) {
      for (String client : clients(service)) {
        for (String name : List.of("Traceparent", "B3", "X-b3-traceid")) {
          all.assertThat(call(service, client + "&header=" + name, called.url("/ok")))
              .isEqualTo("200");
          all.assertThat(called.takeReceived())
              .as(client + " " + name)
              .singleElement()
              .satisfies(headers -> assertOnly(headers, name));
        }
      }
    }
    all.assertAll();
  }

  private static void assertOnly(Headers headers, String name) {
    assertThat(headers.get(name)).containsExactly("own");
    assertThat(headers.keySet())
        .filteredOn(each -> each.startsWith("Trace") || each.contains("3"))
        .containsExactly(name);
  }

  @TestFactory
  Stream<DynamicTest> twoServicesAreOneTrace() {
    return onEach(
        (version, jdk) -> {
          oneTrace(version, jdk, "gnomon.traces", "all");
          oneTrace(version, jdk, "gnomon.traces.baseline", "100%");
        });
  }

  private static void oneTrace(String version, Jdk jdk, String setting, String value)
      throws IOException {
    SoftAssertions all = new SoftAssertions();
    try (OtlpReceiver receiver = OtlpReceiver.start()) {
      List<String> clients;
      try (Service called = downstream(version, jdk, receiver, setting, value);
          Service calling =
              service(version, jdk, receiver)
                  .set(setting, value)
                  .set("gnomon.traces.max-per-second", "1000")
                  .start()) {
        clients = clients(calling);
        for (String client : clients) {
          all.assertThat(call(calling, client, called.uri("/called?secret=1").toString()))
              .as(client)
              .isEqualTo("200");
        }
      }
      List<ReceivedTrace> traces = receiver.traces();
      all.assertThat(traces).as("one trace for each client").hasSameSizeAs(clients);
      Set<String> ids = new HashSet<>();
      for (ReceivedTrace trace : traces) {
        checkTree(trace, all);
        all.assertThat(ids.add(trace.traceId())).isTrue();
      }
    }
    all.assertAll();
  }

  private static Service downstream(
      String version, Jdk jdk, OtlpReceiver receiver, String setting, String value) {
    return service(version, jdk, receiver)
        .set("otel.service.name", "called")
        .set(setting, value)
        .set("gnomon.traces.max-per-second", "1000")
        .start();
  }

  /** The page, in it the call, in that the page of the service that is called. */
  private static void checkTree(ReceivedTrace trace, SoftAssertions all) {
    all.assertThatCode(trace::assertWellFormed).as(trace.toString()).doesNotThrowAnyException();
    all.assertThat(trace.spans()).as(trace.toString()).hasSize(3);
    if (trace.spans().size() == 3) {
      ReceivedSpan page = trace.root();
      ReceivedSpan call = trace.children(page).get(0);
      ReceivedSpan called = trace.children(call).get(0);
      all.assertThat(page.kind()).isEqualTo(Span.SpanKind.SPAN_KIND_SERVER);
      all.assertThat(call.kind()).isEqualTo(Span.SpanKind.SPAN_KIND_CLIENT);
      all.assertThat(call.name()).isIn("GET", "POST");
      all.assertThat(call.attributes().get("url.full")).endsWith("/called");
      all.assertThat(call.attributes().get("http.response.status_code")).isEqualTo("200");
      all.assertThat(called.kind()).isEqualTo(Span.SpanKind.SPAN_KIND_SERVER);
      all.assertThat(called.service()).isEqualTo("called");
      all.assertThat(called.parentRemote()).isTrue();
    }
  }
}
