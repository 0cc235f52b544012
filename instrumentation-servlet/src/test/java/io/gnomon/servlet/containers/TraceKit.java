package io.gnomon.servlet.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What requests tell of their traces, in every container. */
abstract class TraceKit extends ContainerKit {

  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final String SPAN = "b7ad6b7169203331";
  private static final String PARENT = "00-" + TRACE + "-" + SPAN + "-01";

  @BeforeEach
  void forget() {
    Told.take();
  }

  Told traced(String path, String... headers) throws Exception {
    return exchange("GET", path, headers);
  }

  private Told exchange(String method, String path, String... headers) throws Exception {
    Told.take();
    send(method, path, BodyPublishers.noBody(), headers);
    return ended(1).get(0);
  }

  private static List<Told> ended(int count) {
    List<Told> ended = new ArrayList<>();
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              ended.addAll(Told.take());
              return ended.size() >= count;
            });
    assertThat(ended).hasSize(count);
    return ended;
  }

  @Test
  void goesOnWithTheTraceOfItsHeaders() throws Exception {
    Told told =
        traced(
            "/shop/hello",
            "TraceParent",
            PARENT,
            "tracestate",
            "a=1",
            "tracestate",
            "b=2",
            "baggage",
            "user=7");

    assertThat(told.ids()).isEqualTo(TRACE + "-" + SPAN);
    assertThat(told.sampled()).isTrue();
    assertThat(told.state()).isEqualTo("a=1,b=2");
    assertThat(told.baggage()).isEqualTo("user=7");
  }

  @Test
  void goesOnWithB3() throws Exception {
    assertThat(traced("/shop/hello", "b3", TRACE + "-" + SPAN + "-0").ids())
        .isEqualTo(TRACE + "-" + SPAN);
    assertThat(
            traced("/shop/hello", "X-B3-TraceId", TRACE, "X-B3-SpanId", SPAN, "X-B3-Sampled", "1")
                .sampled())
        .isTrue();
  }

  @Test
  void beginsATraceWithoutValidHeaders() throws Exception {
    assertThat(traced("/shop/hello").isAdopted()).isFalse();
    assertThat(traced("/shop/hello", "traceparent", PARENT + "-").isAdopted()).isFalse();
    assertThat(traced("/shop/hello", "traceparent", PARENT.toUpperCase()).isAdopted()).isFalse();
    assertThat(traced("/shop/hello", "traceparent", PARENT, "traceparent", PARENT).isAdopted())
        .isFalse();
    assertThat(traced("/shop/hello").ids()).isNotEqualTo(traced("/shop/hello").ids());
  }

  @Test
  void tellsWhatARequestWasAndNoSecretOfIt() throws Exception {
    Told told =
        traced(
            "/shop/api/a%20b;jsessionid=5E55/c?token=5ecret&q=&5ecret&sig=5ecret",
            "User-Agent",
            "kit/1.0 " + "x".repeat(300),
            "Authorization",
            "Basic 5ecret",
            "Cookie",
            "JSESSIONID=5ecret");

    assertThat(told.fact("url.path")).isEqualTo("/shop/api/a%20b/c");
    assertThat(told.fact("url.query")).isEqualTo("token=REDACTED&q=REDACTED&REDACTED&sig=REDACTED");
    assertThat(told.fact("server.address")).isEqualTo("127.0.0.1");
    assertThat(told.fact("server.port")).isEqualTo(Integer.toString(port()));
    assertThat(told.fact("client.address")).isEqualTo("127.0.0.1");
    assertThat(told.fact("user_agent.original")).startsWith("kit/1.0 xxx").hasSize(256);
    assertThat(told.fact("network.protocol.version")).isEqualTo("1.1");
    assertThat(told.fact("http.request.method_original")).isNull();
    assertThat(told.facts().size()).isEqualTo(7);
  }

  @Test
  void tellsAMethodThatIsNotKnown() throws Exception {
    assertThat(exchange("BREW", "/shop/hello").fact("http.request.method_original"))
        .isEqualTo("BREW");
  }

  @Test
  void aForwardIsASpanAndChangesNoFact() throws Exception {
    Told told = traced("/shop/forward?a=1");

    assertThat(told.spans()).containsExactly("forward /shop/hello");
    assertThat(told.inside()).isTrue();
    assertThat(told.fact("url.path")).isEqualTo("/shop/forward");
    assertThat(told.fact("url.query")).isEqualTo("a=REDACTED");
  }

  @Test
  void anIncludeIsASpan() throws Exception {
    Told told = traced("/shop/include");

    assertThat(told.spans()).containsExactly("include /shop/hello");
    assertThat(told.inside()).isTrue();
  }

  @Test
  void anErrorPageIsADispatch() throws Exception {
    Told told = traced("/shop/teapot");

    assertThat(told.spans()).hasSize(1).first().asString().matches("error|forward");
    assertThat(told.fact("url.path")).isEqualTo("/shop/teapot");
  }

  @Test
  void anAsynchronousRequestTellsTheSame() throws Exception {
    for (String path : List.of("/shop/async", "/shop/dispatch", "/shop/timeout")) {
      Told told = traced(path + "?a", "traceparent", PARENT);
      assertThat(told.ids()).isEqualTo(TRACE + "-" + SPAN);
      assertThat(told.fact("url.path")).isEqualTo(path);
      assertThat(told.fact("url.query")).isEqualTo("REDACTED");
      assertThat(told.inside()).isTrue();
    }
  }

  @Test
  void eachRequestOfAConnectionTellsItsOwn() throws Exception {
    StringBuilder requests = new StringBuilder();
    int count = 30;
    for (int i = 0; i < count; i++) {
      requests
          .append(String.format("GET /shop/%s?n HTTP/1.1\r\nHost: x:%d\r\n", page(i), i + 1))
          .append(String.format("traceparent: 00-%s-%016x-00\r\n", TRACE, i + 1))
          .append(i == count - 1 ? "Connection: close\r\n\r\n" : "\r\n");
    }
    sendRaw(requests.toString());

    List<Told> ended = ended(count);
    ended.sort(Comparator.comparing(Told::ids));
    for (int i = 0; i < count; i++) {
      Told told = ended.get(i);
      assertThat(told.ids()).isEqualTo(String.format("%s-%016x", TRACE, i + 1));
      assertThat(told.fact("url.path")).isEqualTo("/shop/" + page(i));
      assertThat(told.fact("server.port")).isEqualTo(Integer.toString(i + 1));
    }
  }

  private static String page(int i) {
    return i % 3 == 0 ? "async" : i % 3 == 1 ? "forward" : "api/" + i;
  }
}
