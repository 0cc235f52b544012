package io.gnomon.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.it.harness.Container;
import io.gnomon.it.harness.Load;
import io.gnomon.it.harness.Service;
import io.gnomon.it.harness.ServiceBuilder;
import io.gnomon.otlpreceiver.OtlpReceiver;
import io.gnomon.otlpreceiver.ReceivedLog;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Requests that fail are told with route, class and line, and with a message only on request. */
class ErrorsIT {

  private static final String EVENT = "gnomon.request.error";
  private static final String REQUESTS = "http.server.request.duration";
  private static final int TIMES = 20;

  private static ServiceBuilder service(Container container, OtlpReceiver receiver) {
    return ServiceBuilder.of(container)
        .exportingTo(receiver)
        .set("gnomon.errors.interval", "1h")
        .expect("WARN error: .*");
  }

  private static ReceivedLog told(OtlpReceiver receiver, String route) {
    List<ReceivedLog> told =
        receiver.logs(EVENT).stream()
            .filter(log -> route.equals(log.attributes().get("http.route")))
            .toList();
    assertThat(told).as(route).hasSize(1);
    return told.get(0);
  }

  @ParameterizedTest
  @EnumSource(
      value = Container.class,
      names = {"TOMCAT_9", "JETTY_12", "UNDERTOW_2_3"})
  void anErrorIsToldWithItsLineAndWithoutItsMessage(Container container) throws IOException {
    try (OtlpReceiver receiver = OtlpReceiver.start()) {
      Service service = service(container, receiver).start();
      try (service) {
        Load.drive(service, "GET", "/error", TIMES, 500);
        Load.drive(service, "GET", "/senderror", TIMES, 503);
        Load.drive(service, "GET", "/hello", TIMES, 200);
      }
      Map<String, String> error = told(receiver, "/error").attributes();
      assertThat(error)
          .containsEntry("error.type", "java.lang.IllegalStateException")
          .containsEntry("exception.type", "java.lang.IllegalStateException")
          .containsEntry("http.response.status_code", "500")
          .doesNotContainKey("exception.message");
      assertThat(error.get("code.stacktrace"))
          .startsWith("com.example.app.Pages.error(Pages.java:");
      assertThat(told(receiver, "/senderror").attributes()).containsEntry("error.type", "503");
      assertThat(receiver.logs(EVENT)).hasSize(2);
      assertThat(errors(receiver, "java.lang.IllegalStateException")).isEqualTo(TIMES);
      assertThat(errors(receiver, "503")).isEqualTo(TIMES);
      assertThat(service.agentLog())
          .filteredOn(line -> line.contains("WARN error: GET /error answered 500"))
          .hasSize(1)
          .allMatch(line -> line.contains("at com.example.app.Pages.error"))
          .noneMatch(line -> line.contains("the page fails"));
    }
  }

  @ParameterizedTest
  @EnumSource(value = Container.class, names = "TOMCAT_9")
  void theMessageIsToldOnRequest(Container container) throws IOException {
    try (OtlpReceiver receiver = OtlpReceiver.start()) {
      try (Service service =
          service(container, receiver).set("gnomon.errors.message", "true").start()) {
        Load.drive(service, "GET", "/error", 1, 500);
      }
      assertThat(told(receiver, "/error").attributes())
          .containsEntry("exception.message", "the page fails");
    }
  }

  private static double errors(OtlpReceiver receiver, String type) {
    return receiver.sum(REQUESTS, Map.of("error.type", type));
  }
}
