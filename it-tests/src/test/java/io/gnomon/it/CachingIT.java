package io.gnomon.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.it.harness.Container;
import io.gnomon.it.harness.Load;
import io.gnomon.it.harness.Service;
import io.gnomon.it.harness.ServiceBuilder;
import io.gnomon.otlpreceiver.Distribution;
import io.gnomon.otlpreceiver.OtlpReceiver;
import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each container transfers, tells caches and tells browsers. */
class CachingIT {

  private static final String SENT = "http.server.response.body.size";
  private static final String RECEIVED = "http.server.request.body.size";
  private static final String RESPONSES = "gnomon.http.cache.responses";
  private static final String TIMING =
      "total;dur=\\d+\\.\\d, db;dur=\\d+\\.\\d;desc=\"(\\d+ queries|1 query)\"";
  private static final int TIMES = 6;
  private static final int BLOCKS = 320;
  private static final long DOWNLOAD_BYTES = BLOCKS * 64L * 1024;
  private static final int UPLOAD_BYTES = 1_500_000;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private HttpResponse<String> send(
      Service service, String method, String path, BodyPublisher body, String... headers)
      throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(service.uri(path)).method(method, body);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  @ParameterizedTest
  @EnumSource
  void bytesResponsesAndTimingsAreExact(Container container) throws Exception {
    SoftAssertions all = new SoftAssertions();
    try (OtlpReceiver receiver = OtlpReceiver.start()) {
      try (Service service =
          ServiceBuilder.of(container)
              .exportingTo(receiver)
              .set("gnomon.servlet.server-timing", "on")
              .set("gnomon.servlet.exclude", "/sleep")
              .start()) {
        drive(service);
        checkTimings(service, all);
      }
      checkSizes(receiver, all);
      checkCaching(receiver, all);
      all.assertThat(receiver.sum("gnomon.agent.failures", Map.of())).as("failures").isZero();
    }
    all.assertAll();
  }

  private void drive(Service service) throws Exception {
    Load.drive(service, "GET", "/hello", TIMES, 200);
    Load.drive(service, "HEAD", "/hello", TIMES, 200);
    Load.drive(service, "GET", "/download?blocks=" + BLOCKS, 2, 200);
    Load.drive(service, "GET", "/nowhere", TIMES, 404);
    byte[] body = new byte[UPLOAD_BYTES];
    send(service, "PUT", "/upload", BodyPublishers.ofByteArray(body));
    send(
        service,
        "POST",
        "/upload",
        BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));
    for (int i = 0; i < TIMES; i++) {
      send(service, "GET", "/tagged", BodyPublishers.noBody());
      send(service, "GET", "/tagged", BodyPublishers.noBody(), "If-None-Match", "\"6\"");
      assertThat(
              send(service, "GET", "/tagged", BodyPublishers.noBody(), "If-None-Match", "\"7\"")
                  .statusCode())
          .isEqualTo(304);
    }
  }

  private void checkTimings(Service service, SoftAssertions all) {
    for (String path : List.of("/hello", "/error", "/senderror", "/nowhere", "/async?ms=5")) {
      all.assertThat(timings(service, path))
          .as("timing of " + path)
          .singleElement()
          .matches(timing -> timing.matches(TIMING) && timing.endsWith("\"0 queries\""));
    }
    all.assertThat(timings(service, "/query?n=3"))
        .singleElement()
        .matches(timing -> timing.matches(TIMING) && timing.endsWith("\"3 queries\""));
    all.assertThat(timings(service, "/tagged"))
        .as("the application's own stays")
        .hasSize(2)
        .contains("app;dur=1")
        .anyMatch(timing -> timing.matches(TIMING) && timing.endsWith("\"1 query\""));
    all.assertThat(timings(service, "/sleep?ms=1")).as("excluded").isEmpty();
  }

  private static List<String> timings(Service service, String path) {
    return service.get(path).headers().allValues("Server-Timing");
  }

  private static void checkSizes(OtlpReceiver receiver, SoftAssertions all) {
    all.assertThat(sum(receiver, SENT, "GET", "/hello")).isEqualTo((TIMES + 1) * 5.0);
    all.assertThat(of(receiver, SENT, "HEAD", "/hello").count()).isEqualTo(TIMES);
    all.assertThat(sum(receiver, SENT, "HEAD", "/hello")).as("HEAD").isZero();
    all.assertThat(sum(receiver, SENT, "GET", "/download")).isEqualTo(2.0 * DOWNLOAD_BYTES);
    all.assertThat(sum(receiver, SENT, "GET", "/tagged"))
        .as("304 has no body")
        .isEqualTo((2 * TIMES + 1) * 6.0);
    all.assertThat(sum(receiver, RECEIVED, "PUT", "/upload"))
        .as("announced")
        .isEqualTo(UPLOAD_BYTES);
    all.assertThat(sum(receiver, RECEIVED, "POST", "/upload"))
        .as("chunked")
        .isEqualTo(UPLOAD_BYTES);
    all.assertThat(receiver.distribution(RECEIVED, Map.of()).count()).isEqualTo(2);
    all.assertThat(receiver.distribution(SENT, Map.of()).count())
        .as("each request has sent something, or nothing")
        .isEqualTo(receiver.distribution("http.server.request.duration", Map.of()).count());
  }

  private static Distribution of(
      OtlpReceiver receiver, String metric, String method, String route) {
    return receiver.distribution(
        metric, Map.of("http.request.method", method, "http.route", route));
  }

  private static double sum(OtlpReceiver receiver, String metric, String method, String route) {
    return of(receiver, metric, method, route).sum();
  }

  private static void checkCaching(OtlpReceiver receiver, SoftAssertions all) {
    all.assertThat(receiver.sum(RESPONSES, caching("/hello", "unconditional", "none", "absent")))
        .isEqualTo(2 * TIMES + 1);
    for (String outcome : List.of("full", "not_modified")) {
      Map<String, String> tagged = caching("/tagged", outcome, "etag", "public");
      all.assertThat(receiver.sum(RESPONSES, tagged)).as(outcome).isEqualTo(TIMES);
      all.assertThat(receiver.sum("gnomon.http.cache.query_time", tagged))
          .as("time of queries, " + outcome)
          .isPositive();
    }
    all.assertThat(receiver.sum(RESPONSES, caching("/tagged", "unconditional", "etag", "public")))
        .isEqualTo(TIMES + 1);
    all.assertThat(receiver.sum(RESPONSES, Map.of("http.route", "/tagged")))
        .isEqualTo(3 * TIMES + 1);
    all.assertThat(receiver.sum(RESPONSES, Map.of("http.route", "/upload"))).isZero();
    all.assertThat(receiver.sum(RESPONSES, Map.of("http.route", "/error"))).isZero();
  }

  private static Map<String, String> caching(
      String route, String outcome, String validator, String control) {
    return Map.of(
        "http.route", route,
        "gnomon.http.cache.outcome", outcome,
        "gnomon.http.cache.validator", validator,
        "gnomon.http.cache.control", control);
  }
}
