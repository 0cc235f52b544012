package io.gnomon.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.it.harness.Container;
import io.gnomon.it.harness.Load;
import io.gnomon.it.harness.Service;
import io.gnomon.it.harness.ServiceBuilder;
import io.gnomon.otlpreceiver.OtlpReceiver;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An application and clients that misbehave: they see what they would see without the agent. */
class HostileIT {

  private static final String REQUESTS = "http.server.request.duration";
  private static final int TIMES = 5;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private OtlpReceiver receiver;

  @BeforeEach
  void listen() throws IOException {
    receiver = OtlpReceiver.start();
  }

  @AfterEach
  void hangUp() {
    receiver.close();
  }

  @ParameterizedTest
  @EnumSource(names = {"TOMCAT_9", "TOMCAT_11", "JETTY_12", "UNDERTOW_2_3"})
  void aClientThatGoesAwayIsCountedOnceAndNotActiveForEver(Container container) throws IOException {
    try (Service service = ServiceBuilder.of(container).exportingTo(receiver).start()) {
      for (int i = 0; i < TIMES; i++) {
        goAwayFrom(service);
      }
      Load.drive(service, "GET", "/hello", TIMES, 200);
      receiver.await(
          "all requests",
          PATIENCE,
          () -> receiver.sum(REQUESTS, Map.of("http.route", "/large")) >= TIMES);
    }
    assertThat(receiver.sum(REQUESTS, Map.of("http.route", "/large"))).isEqualTo(TIMES);
    assertThat(receiver.sum(REQUESTS, Map.of("http.route", "/hello"))).isEqualTo(TIMES);
    assertThat(receiver.sum("http.server.active_requests", Map.of())).isZero();
    assertThat(receiver.sum("gnomon.agent.failures", Map.of())).isZero();
  }

  private static void goAwayFrom(Service service) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", service.port())) {
      socket.setSoLinger(true, 0);
      socket
          .getOutputStream()
          .write("GET /large HTTP/1.1\r\nHost: it\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      assertThat(socket.getInputStream().read()).isNotNegative();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sql", "runtime", "error"})
  void whatADriverThrowsReachesTheApplicationAsItIs(String kind) {
    String without;
    try (Service service = ServiceBuilder.of(Container.TOMCAT_9).agents(0).start()) {
      without = service.get("/hostile-driver?kind=" + kind).body();
    }
    assertThat(without).startsWith("the same ").doesNotContain("gnomon");
    try (Service service = ServiceBuilder.of(Container.TOMCAT_9).exportingTo(receiver).start()) {
      for (int i = 0; i < TIMES; i++) {
        assertThat(service.get("/hostile-driver?kind=" + kind).body()).isEqualTo(without);
      }
    }
    assertThat(receiver.sum("db.client.operation.duration", Map.of())).isEqualTo(TIMES);
    assertThat(receiver.series("db.client.operation.duration", Map.of()))
        .allMatch(point -> point.attributes().containsKey("error.type"));
    assertThat(receiver.sum("gnomon.agent.failures", Map.of())).isZero();
  }

  @Test
  void aFailureOfOursIsCountedAndTheApplicationSeesOnlyItsOwn() throws IOException {
    try (Service service =
        ServiceBuilder.of(Container.TOMCAT_9)
            .exportingTo(receiver)
            .expect("WARN failure of the agent in jdbc: java.lang.IllegalStateException .*")
            .start()) {
      for (int i = 0; i < TIMES; i++) {
        assertThat(service.get("/hostile-driver?kind=unreadable").body())
            .startsWith("the same ")
            .contains("UnreadableException");
      }
      Load.drive(service, "GET", "/query?n=2", TIMES, 200);
    }
    assertThat(receiver.sum("gnomon.agent.failures", Map.of("gnomon.agent.part", "jdbc")))
        .isEqualTo(TIMES);
    assertThat(
            receiver.sum("db.client.operation.duration", Map.of("db.query.summary", "SELECT item")))
        .isEqualTo(2 * TIMES);
    assertThat(receiver.sum("http.server.active_requests", Map.of())).isZero();
  }

  @Test
  void malformedRequestsAreAnsweredAsWithoutTheAgent() throws IOException {
    try (Service service = ServiceBuilder.of(Container.TOMCAT_9).exportingTo(receiver).start()) {
      try (Socket socket = new Socket("127.0.0.1", service.port())) {
        socket
            .getOutputStream()
            .write("GET /a b c HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        byte[] answer = socket.getInputStream().readNBytes(12);
        assertThat(new String(answer, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 400");
      }
      Load.drive(service, "GET", "/hello", TIMES, 200);
    }
    assertThat(receiver.sum(REQUESTS, Map.of("http.response.status_code", "400"))).isEqualTo(1);
    assertThat(receiver.sum("http.server.active_requests", Map.of())).isZero();
  }
}
