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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every HTTP client, its oldest, an older and its newest version, on every JDK that is found. */
class HttpClientsIT {

  private static final String CALLER = "b7ad6b7169203331";
  private static final String MAIN = "com.example.clients.ClientsMain";
  private static final String CALLS = "http.client.request.duration";
  private static final String FOLLOWS_NOTHING = "url-stream";
  private static final String TRACE_PARENT = "00-[0-9a-f]{32}-[0-9a-f]{16}-0[23]";
  private static final String SPAN_OF_B3 = "-(?!" + CALLER + ")[0-9a-f]{16}-1";
  private static final String TRACE_STATE = "a=1,b=2";
  private static final String BAGGAGE = "user=7;secret=1,shop=north";
  private static final int TRACES = 200;

  /** Where a call that is not answered is one of those that are tested; else it is a long time. */
  private static final String TIMEOUT_MILLIS = "1500";

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

  private static String call(Service service, String client, String url, String... headers) {
    String to = URLEncoder.encode(url, StandardCharsets.UTF_8);
    return service.get("/call?client=" + client + "&to=" + to, headers).body();
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
          service(version, jdk, receiver)
              .set("clients.first", called.url("/ok"))
              .set("clients.timeout", TIMEOUT_MILLIS)
              .start()) {
        clients = clients(service);
        all.assertThat(called.takeReceived())
            .as("outside of requests")
            .hasSameSizeAs(clients)
            .noneMatch(headers -> headers.containsKey("Traceparent"));
        for (String client : clients) {
          drive(service, client, called, closedPort, all);
        }
        driveUnanswered(service, clients, called, all);
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
    all.assertThat(call(service, client, "http://127.0.0.1:" + closedPort + "/"))
        .as(client + " refused")
        .matches("[a-zA-Z0-9.]+Exception");
  }

  /** All at once: each waits as long as it is patient. */
  private static void driveUnanswered(
      Service service, List<String> clients, CalledServer called, SoftAssertions all) {
    List<CompletableFuture<String>> answers =
        clients.stream()
            .map(
                client ->
                    CompletableFuture.supplyAsync(
                        () -> call(service, client, called.url("/silent")), HttpClientsIT::start))
            .toList();
    for (int i = 0; i < clients.size(); i++) {
      all.assertThat(answers.get(i).join())
          .as(clients.get(i) + " not answered")
          .matches("[a-zA-Z0-9.]+Exception");
    }
    // The JDK's client may ask again if its connection was closed meanwhile.
    List<Headers> received = called.takeReceived();
    toldOnce(received, Math.max(clients.size(), received.size()), "not answered", all);
    all.assertThat(
            received.stream()
                .map(headers -> headers.getFirst("traceparent").split("-")[1])
                .distinct())
        .as("traces of those that were not answered")
        .hasSameSizeAs(clients);
  }

  private static void start(Runnable task) {
    new Thread(task).start();
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
      try (Service service =
          service(version, jdk, receiver)
              .set("gnomon.traces", "all")
              .set("otel.propagators", "tracecontext,baggage,b3,b3multi")
              .start()) {
        List<String> clients = clients(service);
        for (int i = 0; i < clients.size(); i++) {
          String trace = traceId(i);
          call(
              service,
              clients.get(i),
              called.url("/broken?secret=1"),
              "traceparent",
              traceParent(trace, "00"),
              "tracestate",
              TRACE_STATE,
              "baggage",
              BAGGAGE);
          for (Headers headers : called.takeReceived()) {
            told.add(headers.getFirst("traceparent"));
            checkGoesOn(clients.get(i), headers, trace, all);
          }
        }
        all.assertThat(told).hasSameSizeAs(clients);
      }
      all.assertThat(receiver.traces()).hasSameSizeAs(told);
      for (ReceivedTrace trace : receiver.traces()) {
        checkSpan(trace, called, told, all);
      }
    }
    all.assertAll();
  }

  private static String traceId(int number) {
    return String.format("0af7651916cd43dd8448eb211c80%04x", number);
  }

  private static String traceParent(String trace, String flags) {
    return "00-" + trace + "-" + CALLER + "-" + flags;
  }

  /** The call is of the trace of upstream, and says so in every form alike. */
  private static void checkGoesOn(
      String client, Headers headers, String trace, SoftAssertions all) {
    List<String> parent = List.of(headers.getFirst("traceparent").split("-"));
    all.assertThat(parent).as(client).startsWith("00", trace).endsWith("01");
    String span = parent.get(2);
    all.assertThat(span).as(client).isNotEqualTo(CALLER);
    Map.of(
            "tracestate",
            TRACE_STATE,
            "baggage",
            BAGGAGE,
            "b3",
            trace + "-" + span + "-1",
            "X-B3-TraceId",
            trace,
            "X-B3-SpanId",
            span,
            "X-B3-Sampled",
            "1")
        .forEach(
            (name, value) ->
                all.assertThat(headers.get(name))
                    .as(client + " " + name)
                    .isEqualTo(List.of(value)));
  }

  private static void checkSpan(
      ReceivedTrace trace, CalledServer called, Set<String> told, SoftAssertions all) {
    all.assertThatCode(trace::assertWellFormed).as(trace.toString()).doesNotThrowAnyException();
    List<ReceivedSpan> calls = trace.children(trace.root());
    all.assertThat(calls).as(trace.toString()).hasSize(1);
    for (ReceivedSpan call : calls) {
      all.assertThat("00-" + trace.traceId() + "-" + call.spanId() + "-01").isIn(told);
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

  @ParameterizedTest
  @ValueSource(strings = {"b3", "b3multi"})
  void b3AloneIsReadAndSentAlsoWhereACallIsSentOn(String propagator) throws IOException {
    SoftAssertions all = new SoftAssertions();
    String b3 = traceId(1) + "-" + CALLER + "-1";
    String[] upstream =
        propagator.equals("b3")
            ? new String[] {"b3", b3}
            : new String[] {"X-B3-TraceId", traceId(1), "X-B3-SpanId", CALLER, "X-B3-Sampled", "1"};
    try (OtlpReceiver receiver = OtlpReceiver.start();
        CalledServer called = new CalledServer();
        Service service =
            service("clients-newest", Jdk.ofBuild(), receiver)
                .set("otel.propagators", propagator)
                .start()) {
      for (String client : clients(service)) {
        boolean follows = !client.equals(FOLLOWS_NOTHING);
        call(service, client, called.url(follows ? "/redirect" : "/ok"), upstream);
        List<Headers> received = called.takeReceived();
        all.assertThat(received).as(client).hasSize(follows ? 2 : 1);
        for (Headers headers : received) {
          all.assertThat(headers).as(client).doesNotContainKeys("Traceparent", "Baggage");
          checkB3(propagator, client, headers, all);
        }
      }
    }
    all.assertAll();
  }

  private static void checkB3(
      String propagator, String client, Headers headers, SoftAssertions all) {
    List<String> single = headers.getOrDefault("b3", List.of());
    List<String> trace = headers.getOrDefault("X-B3-TraceId", List.of());
    List<String> span = headers.getOrDefault("X-B3-SpanId", List.of());
    List<String> sampled = headers.getOrDefault("X-B3-Sampled", List.of());
    if (propagator.equals("b3")) {
      all.assertThat(single).as(client).singleElement().asString().matches(traceId(1) + SPAN_OF_B3);
      all.assertThat(trace).as(client).isEmpty();
      all.assertThat(span).as(client).isEmpty();
      all.assertThat(sampled).as(client).isEmpty();
    } else {
      all.assertThat(single).as(client).isEmpty();
      all.assertThat(trace).as(client).containsExactly(traceId(1));
      all.assertThat(span).as(client).singleElement().asString().matches("[0-9a-f]{16}");
      all.assertThat(span).as(client).doesNotContain(CALLER);
      all.assertThat(sampled).as(client).containsExactly("1");
    }
  }

  @TestFactory
  Stream<DynamicTest> twoServicesAreOneTrace() {
    return onEach(HttpClientsIT::oneTrace);
  }

  private static void oneTrace(String version, Jdk jdk) throws IOException {
    SoftAssertions all = new SoftAssertions();
    try (OtlpReceiver receiver = OtlpReceiver.start()) {
      List<String> clients;
      try (Service called =
              service(version, jdk, receiver)
                  .set("otel.service.name", "called")
                  .set("gnomon.traces", "all")
                  .start();
          Service calling = service(version, jdk, receiver).set("gnomon.traces", "all").start()) {
        clients = clients(calling);
        for (String client : clients) {
          all.assertThat(call(calling, client, called.uri("/called?secret=1").toString()))
              .as(client)
              .isEqualTo("200");
        }
      }
      List<ReceivedTrace> traces = receiver.traces();
      all.assertThat(traces).as("one trace for each client").hasSameSizeAs(clients);
      for (ReceivedTrace trace : traces) {
        checkTree(trace, all);
      }
    }
    all.assertAll();
  }

  /** Upstream records none of them, so each service has nothing but the id to decide by. */
  @Test
  void ofTheBaselineEachTraceIsInBothServicesOrInNone() throws IOException {
    Set<String> ids = new LinkedHashSet<>();
    Random random = new Random(5);
    while (ids.size() < TRACES) {
      ids.add(String.format("%016x%016x", random.nextLong(), random.nextLong()));
    }
    List<String> expected = ids.stream().filter(HttpClientsIT::isOfTheBaseline).toList();
    assertThat(expected.size()).isBetween(TRACES / 4, TRACES * 7 / 20);
    SoftAssertions all = new SoftAssertions();
    try (OtlpReceiver receiver = OtlpReceiver.start()) {
      try (Service called = baseline(receiver).set("otel.service.name", "called").start();
          Service calling = baseline(receiver).start()) {
        List<String> clients = clients(calling);
        String url = called.uri("/called").toString();
        int next = 0;
        for (String id : ids) {
          String client = clients.get(next++ % clients.size());
          all.assertThat(call(calling, client, url, "traceparent", traceParent(id, "00")))
              .as(client)
              .isEqualTo("200");
        }
      }
      for (String service : List.of("it", "called")) {
        all.assertThat(receiver.spans())
            .filteredOn(span -> span.service().equals(service))
            .filteredOn(span -> span.kind() == Span.SpanKind.SPAN_KIND_SERVER)
            .extracting(ReceivedSpan::traceId)
            .as("kept by " + service)
            .containsExactlyInAnyOrderElementsOf(expected);
      }
      for (ReceivedTrace trace : receiver.traces()) {
        checkTree(trace, all);
      }
    }
    all.assertAll();
  }

  /** Without another reason: on a busy machine any request may be slow. */
  private static ServiceBuilder baseline(OtlpReceiver receiver) {
    return service("clients-newest", Jdk.ofBuild(), receiver)
        .set("gnomon.traces.slow-threshold", "off")
        .set("gnomon.traces.baseline", "0.3");
  }

  /**
   * By OpenTelemetry's consistent probability sampling: the last 56 bits, of which 70% fall off.
   */
  private static boolean isOfTheBaseline(String traceId) {
    return Long.parseLong(traceId.substring(18), 16) >= Math.round(0.7 * (1L << 56));
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
