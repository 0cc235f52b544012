package io.gnomon.servlet.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every container must tell of what it reads, commits and sends. */
abstract class CommitKit extends ContainerKit {

  static final String RECEIVED = "http.server.request.body.size";
  static final String SENT = "http.server.response.body.size";

  private final Map<String, Map<String, Long>> before = new HashMap<>();

  @BeforeEach
  void rememberSums() {
    for (String metric : new String[] {RECEIVED, SENT}) {
      before.put(metric, Agent.sums(metric));
    }
  }

  /** What a metric has added up since the test began, by "method status route". */
  void summed(String metric, Map<String, Long> expected) {
    Map<String, Long> old = before.getOrDefault(metric, Map.of());
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              Map<String, Long> news = new HashMap<>();
              Agent.sums(metric)
                  .forEach(
                      (key, sum) -> {
                        if (sum > old.getOrDefault(key, 0L)) {
                          news.put(key, sum - old.getOrDefault(key, 0L));
                        }
                      });
              assertThat(news).isEqualTo(expected);
            });
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
