package io.gnomon.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.gnomon.it.harness.AppServer;
import io.gnomon.it.harness.Jdk;
import io.gnomon.it.harness.Load;
import io.gnomon.it.harness.OpenLiberty;
import io.gnomon.it.harness.PayaraMicro;
import io.gnomon.it.harness.Service;
import io.gnomon.it.harness.ServiceBuilder;
import io.gnomon.otlpreceiver.MetricPoint;
import io.gnomon.otlpreceiver.OtlpReceiver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Open Liberty and Payara, the real servers, time each request once: at their connectors, so that
 * what no application answers and what can't be parsed count too.
 */
class AppServersIT {

  private static final String REQUESTS = "http.server.request.duration";
  private static final int TIMES = 10;
  private static final int ASYNC_MILLIS = 80;
  private static final double MILLIS_PER_SECOND = 1e3;

  /** What is asked, and what it has to be counted as. */
  private record Kind(String method, String path, int status, String counted) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind("GET", "/hello", 200, "GET /hello 200 -"),
          new Kind("POST", "/hello", 200, "POST /hello 200 -"),
          new Kind("BREW", "/hello", 200, "_OTHER /hello 200 -"),
          new Kind("GET", "/item/17", 200, "GET /item/* 200 -"),
          new Kind("HEAD", "/head", 200, "HEAD /head 200 -"),
          new Kind("GET", "/query?n=2", 200, "GET /query 200 -"),
          new Kind("GET", "/error", 500, "GET /error 500 java.lang.IllegalStateException"),
          new Kind("GET", "/severe", 500, "GET /severe 500 java.lang.LinkageError"),
          new Kind("GET", "/senderror", 503, "GET /senderror 503 503"),
          new Kind("GET", "/forward", 200, "GET /forward 200 -"),
          new Kind("GET", "/include", 200, "GET /include 200 -"),
          new Kind("GET", "/async?ms=" + ASYNC_MILLIS, 200, "GET /async 200 -"),
          new Kind("GET", "/async-dispatch", 200, "GET /async-dispatch 200 -"),
          new Kind("GET", "/async-timeout", 500, "GET /async-timeout 500 500"),
          new Kind(
              "GET", "/async-error", 500, "GET /async-error 500 java.lang.IllegalStateException"),
          new Kind("GET", "/nowhere", 404, "GET - 404 -"));

  static Stream<AppServer> payara() {
    return Stream.of(
        new PayaraMicro(5, 8, 11, false),
        new PayaraMicro(6, 11, 21, true),
        new PayaraMicro(7, 21, 25, true));
  }

  static Stream<AppServer> openLiberty() {
    return Stream.of(new OpenLiberty("servlet-4.0", false), new OpenLiberty("servlet-6.0", true));
  }

  @ParameterizedTest
  @MethodSource("payara")
  @EnabledIfSystemProperty(named = "gnomon.it.payara", matches = "true")
  void payaraCountsEveryKindOfRequestOnce(AppServer server) throws IOException {
    everyKindOfRequestIsCountedOnce(server);
  }

  @ParameterizedTest
  @MethodSource("openLiberty")
  @EnabledIfSystemProperty(named = "gnomon.it.open-liberty", matches = "true")
  void openLibertyCountsEveryKindOfRequestOnce(AppServer server) throws IOException {
    everyKindOfRequestIsCountedOnce(server);
  }

  private static void everyKindOfRequestIsCountedOnce(AppServer server) throws IOException {
    Optional<Jdk> jdk =
        Stream.concat(Stream.of(Jdk.ofBuild()), Jdk.others().stream())
            .filter(each -> server.runsOn(each.feature()))
            .findFirst();
    assumeThat(jdk).as("a JDK that %s runs on", server.title()).isPresent();
    try (OtlpReceiver receiver = OtlpReceiver.start()) {
      try (Service service =
          ServiceBuilder.of(server)
              .on(jdk.get())
              .exportingTo(receiver)
              .option("-Xmx512m")
              .start()) {
        for (Kind kind : KINDS) {
          Load.drive(service, kind.method, kind.path, TIMES, kind.status);
        }
        assertThat(send(service, server.malformed())).startsWith("HTTP/1.1 400");
      }
      check(receiver);
    }
  }

  private static String send(Service service, String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), service.port())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }
  }

  private static void check(OtlpReceiver receiver) {
    Map<String, Long> asked = new TreeMap<>(Map.of("_OTHER - 400 -", 1L));
    KINDS.forEach(kind -> asked.merge(kind.counted, (long) TIMES, Long::sum));
    SoftAssertions all = new SoftAssertions();
    all.assertThat(counted(receiver)).isEqualTo(asked);
    all.assertThat(
            receiver.sum("db.client.operation.duration", Map.of("db.query.summary", "SELECT item")))
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

  private static Map<String, Long> counted(OtlpReceiver receiver) {
    Map<String, Long> counts = new TreeMap<>();
    for (MetricPoint point : receiver.series(REQUESTS, Map.of())) {
      Map<String, String> of = point.attributes();
      String key =
          String.join(
              " ",
              of.get("http.request.method"),
              of.getOrDefault("http.route", "-"),
              of.get("http.response.status_code"),
              of.getOrDefault("error.type", "-"));
      counts.merge(key, (long) point.value(), Long::sum);
    }
    return counts;
  }
}
