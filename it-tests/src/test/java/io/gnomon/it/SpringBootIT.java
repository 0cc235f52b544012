package io.gnomon.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.it.harness.Build;
import io.gnomon.it.harness.Load;
import io.gnomon.it.harness.Service;
import io.gnomon.it.harness.ServiceBuilder;
import io.gnomon.otlpreceiver.OtlpReceiver;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Executable jars of Spring Boot: what their controllers do is told by the controllers' patterns.
 */
class SpringBootIT {

  private static final String ILLEGAL_STATE = "java.lang.IllegalStateException";
  private static final double DEFERRED_SECONDS = 0.08;

  private static final List<Page> PAGES =
      List.of(
          new Page("/orders/17", 200, "/orders/{id}"),
          new Page("/orders/18/entity", 202, "/orders/{id}/entity"),
          new Page("/orders/19/fails", 500, "/orders/{id}/fails", ILLEGAL_STATE),
          new Page("/orders/20/refused", 409, "/orders/{id}/refused"),
          new Page("/orders/21/callable", 200, "/orders/{id}/callable"),
          new Page("/orders/22/callable-fails", 500, "/orders/{id}/callable-fails", ILLEGAL_STATE),
          new Page("/orders/23/callable-refused", 409, "/orders/{id}/callable-refused"),
          new Page("/orders/24/deferred", 200, "/orders/{id}/deferred"),
          new Page("/hello", 200, "/hello"),
          new Page("/nowhere", 404, "/**"));

  @ParameterizedTest
  @ValueSource(strings = {"2.7", "3", "4"})
  void controllersAreCountedByTheirPatterns(String version) throws IOException {
    try (OtlpReceiver receiver = OtlpReceiver.start()) {
      try (Service service =
          ServiceBuilder.of(jar(version))
              .exportingTo(receiver)
              .set("gnomon.servlet.exclude", "/actuator/**")
              .start()) {
        Page.ask(PAGES, service);
        Load.drive(service, "GET", "/actuator/health", Page.TIMES, 200);
      }
      assertThat(Page.counted(receiver)).isEqualTo(Page.asked(PAGES));
      Map<String, String> deferred = Map.of("http.route", "/orders/{id}/deferred");
      assertThat(receiver.distribution("http.server.request.duration", deferred).min())
          .isGreaterThanOrEqualTo(DEFERRED_SECONDS * 0.98);
      assertThat(receiver.sum("http.server.active_requests", Map.of())).isZero();
      assertThat(receiver.sum("gnomon.agent.failures", Map.of())).isZero();
    }
  }

  private static Path jar(String version) {
    return Build.services().resolve("boot-" + version + "/target/shop.jar");
  }
}
