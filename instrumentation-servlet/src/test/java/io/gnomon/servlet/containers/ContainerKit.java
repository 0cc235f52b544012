package io.gnomon.servlet.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gnomon.instrumentation.InstrumentationModule;
import io.gnomon.instrumentation.WeavingLoader;
import io.gnomon.servlet.ServletInstrumentation;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What every container must pass: the real one, woven, driven over a socket. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ContainerKit {

  static final Duration PATIENCE = Duration.ofSeconds(20);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private WeavingLoader loader;
  private Server server;
  private int port;
  private Map<String, Long> before;

  abstract String serverClass();

  InstrumentationModule module() {
    return new ServletInstrumentation();
  }

  @BeforeAll
  void start() throws Exception {
    Agent.installed();
    loader = Woven.by(module());
    Thread.currentThread().setContextClassLoader(loader);
    server = (Server) loader.loadClass(serverClass()).getDeclaredConstructor().newInstance();
    port = server.start();
    assertThat(loader.failed()).isEmpty();
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

  @AfterEach
  void nothingIsActive() {
    await().atMost(PATIENCE).until(() -> Agent.active() == 0);
  }

  int port() {
    return port;
  }

  int send(String method, String path) throws Exception {
    return send(method, path, HttpRequest.BodyPublishers.noBody()).statusCode();
  }

  HttpResponse<String> send(
      String method, String path, HttpRequest.BodyPublisher body, String... headers)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).method(method, body);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  String sendRaw(String text) throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout((int) PATIENCE.toMillis());
      socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
      InputStream in = socket.getInputStream();
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
    }
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

  void told(String key) {
    told(Map.of(key, 1L));
  }

  void told(Map<String, Long> expected) {
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(news()).isEqualTo(expected));
  }

  @Test
  void mappingsAreRoutesAndRawPathsAreNot() throws Exception {
    for (String path : List.of("/shop/hello", "/shop/api/17", "/shop/api", "/shop/x/y.do")) {
      assertThat(send("GET", path)).isEqualTo(200);
    }
    assertThat(send("GET", "/shop/no/such/file")).isEqualTo(404);
    told(
        Map.of(
            "GET 200 /shop/hello -", 1L,
            "GET 200 /shop/api/* -", 2L,
            "GET 200 /shop/*.do -", 1L,
            "GET 404 - -", 1L));
  }

  @Test
  void theMappingOfAFilterThatAnswersIsTheRouteUnlessItIsEverything() throws Exception {
    for (String path : List.of("/gate/answer", "/x/answer.gif", "/api/answer", "/x/greedy")) {
      assertThat(send("GET", "/shop" + path)).isEqualTo(203);
    }
    assertThat(send("GET", "/shop/gate/passed")).isEqualTo(404);
    told(
        Map.of(
            "GET 203 /shop/gate/* -", 1L,
            "GET 203 /shop/*.gif -", 1L,
            "GET 203 /shop/api/* -", 1L,
            "GET 203 - -", 1L,
            "GET 404 - -", 1L));
  }

  @Test
  void headAndUnknownMethodsAreRequestsToo() throws Exception {
    send("HEAD", "/shop/hello");
    send("BREW", "/shop/hello");
    told(Map.of("HEAD 200 /shop/hello -", 1L, "_OTHER 200 /shop/hello -", 1L));
  }

  @Test
  void anExceptionIsTheErrorAndItsRootCauseIfTheServletWrappedIt() throws Exception {
    assertThat(send("GET", "/shop/boom")).isEqualTo(500);
    assertThat(send("GET", "/shop/thrown")).isEqualTo(500);
    told(
        Map.of(
            "GET 500 /shop/boom java.lang.IllegalStateException", 1L,
            "GET 500 /shop/thrown java.lang.UnsupportedOperationException", 1L));
  }

  @Test
  void anErrorPageIsNoSecondRequestAndNotTheRoute() throws Exception {
    assertThat(send("GET", "/shop/teapot")).isEqualTo(418);
    told("GET 418 /shop/teapot -");
  }

  @Test
  void forwardAndIncludeCountOnce() throws Exception {
    send("GET", "/shop/forward");
    send("GET", "/shop/include");
    told(Map.of("GET 200 /shop/forward -", 1L, "GET 200 /shop/include -", 1L));
  }

  @Test
  void theFirstControllersPatternWins() throws Exception {
    send("GET", "/shop/controller");
    send("GET", "/shop/controller-forward");
    told(Map.of("GET 200 /shop/orders/{id} -", 1L, "GET 200 /shop/first/{id} -", 1L));
  }

  @Test
  void anExcludedRequestIsNotCountedAndLeavesTheThreadAsItWas() throws Exception {
    assertThat(send("GET", "/shop/quiet/async")).isEqualTo(200);
    assertThat(send("GET", "/shop/quiet/dispatch")).isEqualTo(200);
    assertThat(send("GET", "/shop/quiet/boom")).isEqualTo(500);
    assertThat(send("GET", "/shop/quiet/nowhere")).isEqualTo(404);
    for (int i = 0; i < 20; i++) {
      assertThat(send("GET", "/shop/hello")).isEqualTo(200);
    }
    told(Map.of("GET 200 /shop/hello -", 20L));
  }

  @Test
  void anAsynchronousRequestEndsWhenItCompletes() throws Exception {
    assertThat(send("GET", "/shop/async")).isEqualTo(200);
    told("GET 200 /shop/async -");
  }

  @Test
  void anAsynchronousDispatchIsTheSameRequest() throws Exception {
    assertThat(send("GET", "/shop/dispatch")).isEqualTo(200);
    told("GET 200 /shop/dispatch -");
  }

  @Test
  void anAsynchronousRequestEndsWhenItTimesOut() throws Exception {
    assertThat(send("GET", "/shop/timeout")).isEqualTo(503);
    told("GET 503 /shop/timeout 503");
  }

  @Test
  void manyAtOnceAreCountedExactly() throws Exception {
    int each = 50;
    CompletableFuture<?>[] all = new CompletableFuture<?>[2 * each];
    for (int i = 0; i < all.length; i++) {
      String path = i % 2 == 0 ? "/shop/hello" : "/shop/async";
      URI uri = URI.create("http://127.0.0.1:" + port + path);
      all[i] = client.sendAsync(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }
    CompletableFuture.allOf(all).get();
    told(Map.of("GET 200 /shop/hello -", (long) each, "GET 200 /shop/async -", (long) each));
  }

  @Test
  void aClientThatGoesAwayLeavesNothingActive() throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket
          .getOutputStream()
          .write(
              "GET /shop/timeout HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
      await().atMost(PATIENCE).until(() -> Agent.active() == 1 || !news().isEmpty());
    }
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(news().values().stream().mapToLong(Long::longValue).sum()).isOne());
  }

  String malformed() {
    return "GET 400 - -";
  }

  @Test
  void aMalformedRequestIsARequest() throws Exception {
    assertThat(sendRaw("GET /shop/hello HTTP/1.1\r\nHost: x\r\nbad header\r\n : \r\n\r\n"))
        .contains("400");
    told(malformed());
  }

  @Test
  void nothingOutsideAnyApplicationIsMissed() throws Exception {
    assertThat(send("GET", "/no/such/context")).isEqualTo(404);
    told("GET 404 - -");
  }

  @Test
  void keepAliveCountsEachRequest() throws Exception {
    String request = "GET /shop/hello HTTP/1.1\r\nHost: x\r\n\r\n";
    String last = "GET /shop/hello HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    sendRaw(request + request + last);
    told(Map.of("GET 200 /shop/hello -", 3L));
  }
}
