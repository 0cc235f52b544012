package io.gnomon.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.it.harness.Container;
import io.gnomon.it.harness.Jdk;
import io.gnomon.it.harness.Load;
import io.gnomon.it.harness.Service;
import io.gnomon.it.harness.ServiceBuilder;
import io.gnomon.otlpreceiver.MetricPoint;
import io.gnomon.otlpreceiver.OtlpReceiver;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of request is counted once, in every container. */
class ContainersIT {

  private static final String REQUESTS = "http.server.request.duration";
  private static final int TIMES = 10;
  private static final String NO_ROUTE = "";
  private static final int ASYNC_MILLIS = 80;
  private static final double MILLIS_PER_SECOND = 1e3;

  /** What is asked, and what it has to be counted as. */
  private record Kind(String method, String path, int status, String countedMethod, String route) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind("GET", "/hello", 200, "GET", "/hello"),
          new Kind("POST", "/hello", 200, "POST", "/hello"),
          new Kind("BREW", "/hello", 200, "_OTHER", "/hello"),
          new Kind("GET", "/item/17", 200, "GET", "/item/*"),
          new Kind("HEAD", "/head", 200, "HEAD", "/head"),
          new Kind("GET", "/query?n=2", 200, "GET", "/query"),
          new Kind("GET", "/error", 500, "GET", "/error"),
          new Kind("GET", "/severe", 500, "GET", "/severe"),
          new Kind("GET", "/senderror", 503, "GET", "/senderror"),
          new Kind("GET", "/forward", 200, "GET", "/forward"),
          new Kind("GET", "/include", 200, "GET", "/include"),
          new Kind("GET", "/async?ms=" + ASYNC_MILLIS, 200, "GET", "/async"),
          new Kind("GET", "/async-dispatch", 200, "GET", "/async-dispatch"),
          new Kind("GET", "/async-timeout", 500, "GET", "/async-timeout"),
          new Kind("GET", "/async-error", 500, "GET", "/async-error"),
          new Kind("GET", "/nowhere", 404, "GET", NO_ROUTE));

  /**
   * Every container on the build's JDK; in the matrix, on every JDK that is found and can run it.
   */
  static Stream<Arguments> containersAndJdks() {
    return Stream.concat(Stream.of(Jdk.ofBuild()), Jdk.ofMatrix().stream())
        .flatMap(
            jdk ->
                Stream.of(Container.values())
                    .filter(container -> container.oldestJava() <= jdk.feature())
                    .map(container -> Arguments.of(container, jdk)));
  }

  @ParameterizedTest
  @MethodSource("containersAndJdks")
  void everyKindOfRequestIsCountedOnce(Container container, Jdk jdk) throws IOException {
    try (OtlpReceiver receiver = OtlpReceiver.start()) {
      try (Service service = ServiceBuilder.of(container).on(jdk).exportingTo(receiver).start()) {
        for (Kind kind : KINDS) {
          Load.drive(service, kind.method, kind.path, TIMES, kind.status);
        }
      }
      check(receiver);
    }
  }

  private static void check(OtlpReceiver receiver) {
    SoftAssertions all = new SoftAssertions();
    all.assertThat(counted(receiver)).isEqualTo(asked());
    all.assertThat(receiver.sum("db.client.operation.duration", select()))
        .as("queries")
        .isEqualTo(2 * TIMES);
    all.assertThat(receiver.series("http.server.active_requests", Map.of()))
        .as("active requests are told")
        .isNotEmpty();
    all.assertThat(receiver.sum("http.server.active_requests", Map.of()))
        .as("active requests")
        .isZero();
    all.assertThat(receiver.distribution(REQUESTS, Map.of("http.route", "/async")).min())
        .as("an asynchronous request lasts until it completes")
        .isGreaterThanOrEqualTo(ASYNC_MILLIS / MILLIS_PER_SECOND * 0.98);
    all.assertThat(receiver.sum("gnomon.agent.failures", Map.of())).as("failures").isZero();
    all.assertAll();
  }

  private static Map<String, String> select() {
    return Map.of("db.query.summary", "SELECT item", "db.system.name", "h2database");
  }

  private static Map<String, Long> asked() {
    Map<String, Long> counts = new TreeMap<>();
    for (Kind kind : KINDS) {
      counts.merge(
          kind.countedMethod + " " + kind.route + " " + kind.status, (long) TIMES, Long::sum);
    }
    return counts;
  }

  private static Map<String, Long> counted(OtlpReceiver receiver) {
    Map<String, Long> counts = new TreeMap<>();
    for (MetricPoint point : receiver.series(REQUESTS, Map.of())) {
      Map<String, String> of = point.attributes();
      assertThat(of).containsEntry("url.scheme", "http");
      String key =
          of.get("http.request.method")
              + " "
              + of.getOrDefault("http.route", NO_ROUTE)
              + " "
              + of.get("http.response.status_code");
      counts.merge(key, (long) point.value(), Long::sum);
    }
    return counts;
  }
}
