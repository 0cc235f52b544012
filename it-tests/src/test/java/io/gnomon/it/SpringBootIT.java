package io.gnomon.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.it.harness.Build;
import io.gnomon.it.harness.Load;
import io.gnomon.it.harness.Service;
import io.gnomon.it.harness.ServiceBuilder;
import io.gnomon.otlpreceiver.MetricPoint;
import io.gnomon.otlpreceiver.OtlpReceiver;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Executable jars of Spring Boot: what their controllers do is told by the controllers' patterns.
 */
class SpringBootIT {

  private static final String REQUESTS = "http.server.request.duration";
  private static final String ILLEGAL_STATE = "java.lang.IllegalStateException";
  private static final String SERVED_FILES = "/**";
  private static final String NONE = "";
  private static final int TIMES = 10;
  private static final double DEFERRED_SECONDS = 0.08;

  /** What is asked with GET, and what it has to be counted as. */
  private record Page(String path, int status, String route, String error) {}

  private static final List<Page> PAGES =
      List.of(
          new Page("/orders/17", 200, "/orders/{id}", NONE),
          new Page("/orders/18/entity", 202, "/orders/{id}/entity", NONE),
          new Page("/orders/19/fails", 500, "/orders/{id}/fails", ILLEGAL_STATE),
          new Page("/orders/20/refused", 409, "/orders/{id}/refused", NONE),
          new Page("/orders/21/callable", 200, "/orders/{id}/callable", NONE),
          new Page("/orders/22/callable-fails", 500, "/orders/{id}/callable-fails", ILLEGAL_STATE),
          new Page("/orders/23/callable-refused", 409, "/orders/{id}/callable-refused", NONE),
          new Page("/orders/24/deferred", 200, "/orders/{id}/deferred", NONE),
          new Page("/hello", 200, "/hello", NONE),
          new Page("/nowhere", 404, SERVED_FILES, NONE));

  @ParameterizedTest
  @ValueSource(strings = {"2.7", "3", "4"})
  void controllersAreCountedByTheirPatterns(String version) throws IOException {
    try (OtlpReceiver receiver = OtlpReceiver.start()) {
      try (Service service =
          ServiceBuilder.of(jar(version))
              .exportingTo(receiver)
              .set("gnomon.servlet.exclude", "/actuator/**")
              .start()) {
        for (Page page : PAGES) {
          Load.drive(service, "GET", page.path, TIMES, page.status);
        }
        Load.drive(service, "GET", "/actuator/health", TIMES, 200);
      }
      assertThat(counted(receiver)).isEqualTo(asked());
      assertThat(
              receiver.distribution(REQUESTS, Map.of("http.route", "/orders/{id}/deferred")).min())
          .isGreaterThanOrEqualTo(DEFERRED_SECONDS * 0.98);
      assertThat(receiver.sum("http.server.active_requests", Map.of())).isZero();
      assertThat(receiver.sum("gnomon.agent.failures", Map.of())).isZero();
    }
  }

  private static Path jar(String version) {
    return Build.services().resolve("boot-" + version + "/target/shop.jar");
  }

  private static Map<String, Long> asked() {
    Map<String, Long> counts = new TreeMap<>();
    for (Page page : PAGES) {
      counts.put(page.route + " " + page.status + " " + page.error, (long) TIMES);
    }
    return counts;
  }

  private static Map<String, Long> counted(OtlpReceiver receiver) {
    Map<String, Long> counts = new TreeMap<>();
    for (MetricPoint point : receiver.series(REQUESTS, Map.of())) {
      Map<String, String> of = point.attributes();
      String key =
          of.getOrDefault("http.route", NONE)
              + " "
              + of.get("http.response.status_code")
              + " "
              + of.getOrDefault("error.type", NONE);
      counts.merge(key, (long) point.value(), Long::sum);
    }
    return counts;
  }
}
