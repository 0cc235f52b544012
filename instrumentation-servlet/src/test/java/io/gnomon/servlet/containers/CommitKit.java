package io.gnomon.servlet.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every container must tell of what it reads, commits and sends. */
abstract class CommitKit extends TraceKit {

  static final String RECEIVED = "http.server.request.body.size";
  static final String SENT = "http.server.response.body.size";

  private static final String HEADER = "Server-Timing";
  private static final String TIMING = "total;dur=\\d+\\.\\d, db;dur=\\d+\\.\\d;desc=\"0 queries\"";

  private final Map<String, Map<String, Long>> before = new HashMap<>();
  private Map<String, Long> cachedBefore = Map.of();

  @BeforeEach
  void rememberSums() {
    cachedBefore = Agent.cached();
    for (String metric : new String[] {RECEIVED, SENT}) {
      before.put(metric, Agent.sums(metric));
    }
  }

  /** What a metric has added up since the test began, by "method status route". */
  void summed(String metric, Map<String, Long> expected) {
    Map<String, Long> old = before.getOrDefault(metric, Map.of());
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(news(old, Agent.sums(metric))).isEqualTo(expected));
  }

  /** Which responses were counted since the test began, by "route outcome validator control". */
  void cached(Map<String, Long> expected) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(news(cachedBefore, Agent.cached())).isEqualTo(expected));
  }

  private static Map<String, Long> news(Map<String, Long> before, Map<String, Long> now) {
    Map<String, Long> news = new HashMap<>();
    now.forEach(
        (key, sum) -> {
          long more = sum - before.getOrDefault(key, 0L);
          if (more > 0) {
            news.put(key, more);
          }
        });
    return news;
  }

  @Test
  void responsesAreCountedByWhatTheyTellCaches() throws Exception {
    get("/shop/hello");
    get("/shop/cached?etag&control=public&control=max-age=60");
    get("/shop/cached?modified&control=max-age=60&control=No-Store");
    send("HEAD", "/shop/cached?etag&modified&control=private");
    send("POST", "/shop/cached?etag");
    get("/shop/teapot");
    get("/shop/flushed");
    get("/shop/controller");
    cached(
        Map.of(
            "/shop/hello unconditional none absent", 1L,
            "/shop/cached unconditional etag public", 1L,
            "/shop/cached unconditional last_modified no-store", 1L,
            "/shop/cached unconditional both private", 1L,
            "/shop/flushed unconditional none absent", 1L,
            "/shop/orders/{id} unconditional none absent", 1L));
  }

  @Test
  void conditionalRequestsAreToldByWhatTheySaved() throws Exception {
    get("/shop/cached?etag&unchanged", "If-None-Match", "\"1\"");
    get("/shop/cached?etag", "if-none-match", "\"0\"");
    get("/shop/cached?modified", "If-Modified-Since", "Tue, 14 Nov 2023 22:13:20 GMT");
    get("/shop/quiet/async", "If-None-Match", "\"1\"");
    cached(
        Map.of(
            "/shop/cached not_modified etag absent", 1L,
            "/shop/cached full etag absent", 1L,
            "/shop/cached full last_modified absent", 1L));
    summed(SENT, Map.of("GET 200 /shop/cached", 10L));
  }

  @Test
  void everyResponseTellsItsTimingOnce() throws Exception {
    for (String path :
        List.of(
            "/shop/hello",
            "/shop/cached?unchanged",
            "/shop/teapot",
            "/shop/boom",
            "/shop/forward",
            "/shop/include",
            "/shop/async",
            "/shop/dispatch",
            "/shop/timeout",
            "/shop/flushed",
            "/shop/download?blocks=20",
            "/no/such/context")) {
      assertThat(get(path).headers().allValues(HEADER))
          .as(path)
          .singleElement(STRING)
          .matches(TIMING);
    }
    assertThat(send("HEAD", "/shop/hello", BodyPublishers.noBody()).headers().allValues(HEADER))
        .singleElement(STRING)
        .matches(TIMING);
  }

  @Test
  void whatTheApplicationSaysInServerTimingStays() throws Exception {
    assertThat(get("/shop/cached?timing").headers().allValues(HEADER))
        .hasSize(2)
        .contains("own;dur=1")
        .anyMatch(value -> value.matches(TIMING));
  }

  @Test
  void anExcludedRequestTellsNoTiming() throws Exception {
    assertThat(get("/shop/quiet/dispatch").headers().allValues(HEADER)).isEmpty();
  }

  @Test
  void anInterimResponseTellsNoTiming() throws Exception {
    String answer =
        sendRaw(
            "POST /shop/upload HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\n"
                + "Content-Length: 3\r\nConnection: close\r\n\r\nabc");
    assertThat(answer).endsWith("read 3").containsOnlyOnce(HEADER);
    assertThat(answer.indexOf(HEADER)).isGreaterThan(answer.indexOf(" 200"));
  }

  private HttpResponse<String> get(String path, String... headers) throws Exception {
    return send("GET", path, BodyPublishers.noBody(), headers);
  }

  @Test
  void bytesOfResponsesAreThoseOfTheirBodies() throws Exception {
    int blocks = 321;
    send("GET", "/shop/hello");
    send("HEAD", "/shop/hello");
    send("GET", "/shop/download?blocks=" + blocks);
    send("HEAD", "/shop/download?blocks=2");
    send("GET", "/shop/flushed");
    send("GET", "/shop/dispatch");
    summed(
        SENT,
        Map.of(
            "GET 200 /shop/hello", 5L,
            "GET 200 /shop/download", blocks * 10_000L,
            "GET 200 /shop/flushed", 8L,
            "GET 200 /shop/dispatch", 10L));
    summed(RECEIVED, Map.of());
  }

  @Test
  void bytesOfRequestsAreThoseOfTheirBodiesAnnouncedOrChunked() throws Exception {
    byte[] body = new byte[1_234_567];
    upload("POST", BodyPublishers.ofByteArray(body));
    upload("PUT", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));
    upload("POST", BodyPublishers.ofByteArray(body));
    summed(
        RECEIVED,
        Map.of(
            "POST 200 /shop/upload", 2L * body.length, "PUT 200 /shop/upload", 1L * body.length));
    summed(SENT, Map.of("POST 200 /shop/upload", 24L, "PUT 200 /shop/upload", 12L));
  }

  private void upload(String method, BodyPublisher body) throws Exception {
    assertThat(send(method, "/shop/upload", body).body()).isEqualTo("read 1234567");
  }
}
