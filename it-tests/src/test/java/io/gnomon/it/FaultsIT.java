package io.gnomon.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.it.harness.Container;
import io.gnomon.it.harness.Load;
import io.gnomon.it.harness.Service;
import io.gnomon.it.harness.ServiceBuilder;
import io.gnomon.otlpreceiver.Answer;
import io.gnomon.otlpreceiver.OtlpReceiver;
import io.gnomon.otlpreceiver.Signal;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An endpoint that fails in every way: the service does not notice, and the figures are right. */
class FaultsIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String REQUESTS = "http.server.request.duration";
  private static final String BATCHES = "gnomon.agent.export.batches";
  private static final String FAILS = "export of metrics to ";
  private static final int TIMES = 30;

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
    return ServiceBuilder.of(Container.TOMCAT_9)
        .exportingTo(receiver)
        .set("otel.exporter.otlp.timeout", "2000");
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        Arguments.of("hangs", Answer.hang(), "retry"),
        Arguments.of("closes", Answer.close(), "retry"),
        Arguments.of("429", Answer.status(429).withHeader("Retry-After", "1"), "retry"),
        Arguments.of("503", Answer.status(503).withHeader("Retry-After", "1"), "retry"),
        Arguments.of("400", Answer.status(400), "rejected"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refusals")
  void countsAreRightOnceTheEndpointIsBack(String name, Answer answer, String outcome) {
    receiver.answerAlways(Signal.METRICS, answer);
    try (Service service =
        service()
            .expect("WARN " + FAILS + "\\S+ fails: .*")
            .expect("INFO " + FAILS + "\\S+ works again.*")
            .start()) {
      Load.drive(service, "GET", "/hello", TIMES, 200);
      awaitLine(service, FAILS);
      Load.drive(service, "GET", "/hello", TIMES, 200);
      assertThat(receiver.accepted(Signal.METRICS)).isEmpty();
      receiver.resetAnswers();
      receiver.await(
          "all requests",
          PATIENCE,
          () -> receiver.sum(REQUESTS, Map.of("http.route", "/hello")) == 2 * TIMES);
      assertThat(service.agentLog()).filteredOn(line -> line.contains(" fails: ")).hasSize(1);
    }
    assertThat(receiver.sum(REQUESTS, Map.of("http.route", "/hello"))).isEqualTo(2 * TIMES);
    assertThat(receiver.sum(BATCHES, Map.of("gnomon.signal", "metrics", "gnomon.outcome", outcome)))
        .isPositive();
  }

  @Test
  void anEndpointThatIsDownIsToldOnceAndFoundAgain() throws IOException {
    int port = URI.create(receiver.httpEndpoint()).getPort();
    receiver.close();
    try (Service service =
        service()
            .expect("WARN " + FAILS + "\\S+ fails: .*")
            .expect("INFO " + FAILS + "\\S+ works again.*")
            .start()) {
      Load.drive(service, "GET", "/hello", TIMES, 200);
      awaitLine(service, FAILS);
      receiver = OtlpReceiver.start(port);
      receiver.await(
          "all requests",
          PATIENCE,
          () -> receiver.sum(REQUESTS, Map.of("http.route", "/hello")) == TIMES);
      assertThat(service.agentLog()).filteredOn(line -> line.contains(" fails: ")).hasSize(1);
    }
  }

  @Test
  void oneSignalThatIsNotServedDoesNotStopTheOther() {
    receiver.answerAlways(Signal.LOGS, Answer.status(404));
    try (Service service =
        service()
            .expect("WARN export of logs to \\S+ fails: .*otel\\.logs\\.exporter=none")
            .set("gnomon.jdbc.slow-query-threshold", "800ms")
            .expect("WARN slow query.*")
            .start()) {
      Load.drive(service, "GET", "/slow?ms=900", 1, 200);
      awaitLine(service, "otel.logs.exporter=none");
      receiver.await(
          "metrics", PATIENCE, () -> receiver.sum("gnomon.db.slow_queries", Map.of()) == 1);
    }
    assertThat(
            receiver.sum(BATCHES, Map.of("gnomon.signal", "logs", "gnomon.outcome", "not_served")))
        .isPositive();
  }

  @Test
  void aPartialSuccessIsToldAndCounted() {
    receiver.answerNext(Signal.METRICS, 1, Answer.partial(2, "too old"));
    try (Service service = service().expect("WARN \\S+ took metrics but for 2: too old").start()) {
      Load.drive(service, "GET", "/hello", TIMES, 200);
      awaitLine(service, "too old");
    }
    assertThat(receiver.sum("gnomon.agent.export.dropped", Map.of("gnomon.signal", "metrics")))
        .isEqualTo(2);
    assertThat(receiver.sum(REQUESTS, Map.of("http.route", "/hello"))).isEqualTo(TIMES);
  }

  @Test
  void garbageIsNotFatal() {
    receiver.answerAlways(Signal.METRICS, Answer.garbage());
    try (Service service = service().expect("WARN .*metrics.*").start()) {
      Load.drive(service, "GET", "/hello", TIMES, 200);
      receiver.await(
          "exports go on", PATIENCE, () -> receiver.accepted(Signal.METRICS).size() >= 3);
      Load.drive(service, "GET", "/hello", TIMES, 200);
    }
    assertThat(receiver.sum(REQUESTS, Map.of("http.route", "/hello"))).isEqualTo(2 * TIMES);
  }

  @Test
  void shutdownIsBoundedWhenTheEndpointHangs() {
    receiver.answerAlways(Signal.METRICS, Answer.hang());
    receiver.answerAlways(Signal.LOGS, Answer.hang());
    receiver.answerAlways(Signal.TRACES, Answer.hang());
    Service service =
        service()
            .set("otel.exporter.otlp.timeout", "60000")
            .set("gnomon.shutdown.timeout", "2s")
            .expect("WARN .*")
            .start();
    Load.drive(service, "GET", "/hello", TIMES, 200);
    long startNanos = System.nanoTime();
    service.stop();
    assertThat(Duration.ofNanos(System.nanoTime() - startNanos)).isLessThan(Duration.ofSeconds(20));
  }

  @Test
  void nothingListensAtAll() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    try (Service service =
        ServiceBuilder.of(Container.TOMCAT_9)
            .set("otel.exporter.otlp.endpoint", "http://127.0.0.1:" + port)
            .set("otel.metric.export.interval", "1000")
            .set("gnomon.jdbc.slow-query-threshold", "off")
            .expect("WARN export of \\S+ to \\S+ fails: .*")
            .start()) {
      Load.drive(service, "GET", "/query?n=2", TIMES, 200);
      awaitLine(service, FAILS);
    }
  }

  private static void awaitLine(Service service, String part) {
    Awaitility.await("the log's line with " + part)
        .atMost(PATIENCE)
        .until(() -> service.agentLog().stream().anyMatch(line -> line.contains(part)));
  }
}
