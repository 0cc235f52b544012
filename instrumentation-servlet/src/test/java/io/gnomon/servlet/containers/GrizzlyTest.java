package io.gnomon.servlet.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gnomon.instrumentation.WeavingLoader;
import io.gnomon.servlet.ServletInstrumentation;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Grizzly, which Payara and GlassFish listen with: each request starts and ends at its filter. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GrizzlyTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String END = " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
  private static final String MORE = " HTTP/1.1\r\nHost: x\r\n\r\n";

  private WeavingLoader loader;
  private Server server;
  private int port;
  private Map<String, Long> before;

  @BeforeAll
  void start() throws Exception {
    Agent.installed();
    loader = Woven.by(new ServletInstrumentation());
    server = (Server) loader.loadClass("shop.GrizzlyServer").getDeclaredConstructor().newInstance();
    port = server.start();
  }

  @AfterAll
  void stop() throws Exception {
    server.stop();
    assertThat(loader.failed()).isEmpty();
    assertThat(Agent.FAILURES).isEmpty();
  }

  @BeforeEach
  void remember() {
    before = Agent.counts();
  }

  private String send(String request) throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout((int) PATIENCE.toMillis());
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }
  }

  private void told(Map<String, Long> expected) {
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(news()).isEqualTo(expected));
    await().atMost(PATIENCE).until(() -> Agent.active() == 0);
  }

  private Map<String, Long> news() {
    Map<String, Long> news = new HashMap<>();
    Agent.counts()
        .forEach(
            (key, count) -> {
              long more = count - before.getOrDefault(key, 0L);
              if (more > 0) {
                news.put(key, more);
              }
            });
    return news;
  }

  @Test
  void aRequestCountsOnceAndAlsoWhenNobodyAnswersIt() throws Exception {
    assertThat(send("GET /hello" + END)).startsWith("HTTP/1.1 200");
    assertThat(send("GET /no/such/handler" + END)).startsWith("HTTP/1.1 404");
    told(Map.of("GET 200 - -", 1L, "GET 404 - -", 1L));
  }

  @Test
  void whatLeavesAHandlerIsTheError() throws Exception {
    assertThat(send("GET /boom" + END)).startsWith("HTTP/1.1 500");
    told(Map.of("GET 500 - java.lang.IllegalStateException", 1L));
  }

  @Test
  void aSuspendedRequestEndsWhenItIsResumed() throws Exception {
    assertThat(send("GET /later" + END)).startsWith("HTTP/1.1 202");
    told(Map.of("GET 202 - -", 1L));
  }

  @Test
  void aHandlerMayRunOnAnotherThread() throws Exception {
    assertThat(send("GET /elsewhere" + END)).startsWith("HTTP/1.1 200");
    told(Map.of("GET 200 - -", 1L));
  }

  @Test
  void whatTheFilterAnswersByItselfCountsToo() throws Exception {
    assertThat(send("TRACE /hello" + END)).startsWith("HTTP/1.1 405");
    told(Map.of("TRACE 405 - -", 1L));
  }

  @Test
  void aMalformedRequestIsARequest() throws Exception {
    assertThat(send("GET /hello HTTP/1.1\r\n\r\n")).startsWith("HTTP/1.1 400");
    told(Map.of("_OTHER 400 - -", 1L));
  }

  @Test
  void goesOnWithATraceAndTellsWhatItWas() throws Exception {
    for (String page : new String[] {"hello", "later", "elsewhere"}) {
      Told.take();
      send(
          "GET /"
              + page
              + "?q=5ecret HTTP/1.1\r\nHost: shop.example:81\r\nUser-Agent: kit\r\n"
              + "traceparent: 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01\r\n"
              + "tracestate: a=1\r\ntracestate: b=2\r\nConnection: close\r\n\r\n");
      await().atMost(PATIENCE).until(() -> Agent.active() == 0);
      Told told = Told.take().get(0);

      assertThat(told.ids()).isEqualTo("0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331");
      assertThat(told.state()).isEqualTo("a=1,b=2");
      assertThat(told.fact("url.path")).isEqualTo("/" + page);
      assertThat(told.fact("url.query")).isEqualTo("q=REDACTED");
      assertThat(told.fact("server.address")).isEqualTo("shop.example");
      assertThat(told.fact("server.port")).isEqualTo("81");
      assertThat(told.fact("client.address")).isEqualTo("127.0.0.1");
      assertThat(told.fact("user_agent.original")).isEqualTo("kit");
      assertThat(told.fact("network.protocol.version")).isEqualTo("1.1");
    }
  }

  @Test
  void eachRequestOfAPipelineCounts() throws Exception {
    send("GET /hello" + MORE + "GET /later" + MORE + "GET /hello" + END);
    told(Map.of("GET 200 - -", 2L, "GET 202 - -", 1L));
  }
}
