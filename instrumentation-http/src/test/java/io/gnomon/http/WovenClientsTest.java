package io.gnomon.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.gnomon.bootstrap.ClientProbe;
import io.gnomon.bootstrap.Probes;
import io.gnomon.core.Core;
import io.gnomon.core.CoreSettings;
import io.gnomon.core.clock.Clock;
import io.gnomon.core.propagation.Injection;
import io.gnomon.core.propagation.PropagationSettings;
import io.gnomon.core.propagation.Propagator;
import io.gnomon.core.request.RequestRecord;
import io.gnomon.core.request.ThreadState;
import io.gnomon.core.settings.LayeredSettings;
import io.gnomon.core.traces.TraceSettings;
import io.gnomon.instrumentation.WeavingLoader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules, the advice and the handler in real clients, woven as the agent weaves them. */
class WovenClientsTest {

  private static final String TRACE = "00000000000000010000000000000002";

  private static final Core CORE =
      new Core(
          Clock.SYSTEM,
          new NoLog(),
          new CoreSettings(Long.MAX_VALUE, 1, List.of(), 5, Long.MAX_VALUE),
          TraceSettings.read(new LayeredSettings(new Properties(), Map.of(), null)));

  private static final BlockingQueue<Map<String, List<String>>> RECEIVED =
      new LinkedBlockingQueue<>();

  private static final WeavingLoader CLIENTS =
      new WeavingLoader(
          new HttpClientInstrumentation(),
          "shop.",
          "org.apache.http.",
          "org.apache.hc.",
          "okhttp3.",
          "okio.");

  private static HttpServer server;

  @BeforeAll
  static void start() throws IOException {
    Probes.install(
        new ClientCalls(
            CORE,
            new Injection(
                new PropagationSettings(List.of(Propagator.values())), CORE.traces(), true),
            Clock.SYSTEM));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", WovenClientsTest::answer);
    server.start();
  }

  @AfterAll
  static void stop() {
    server.stop(0);
  }

  private static void answer(HttpExchange exchange) throws IOException {
    Map<String, List<String>> headers = new TreeMap<>();
    exchange.getRequestHeaders().forEach((k, v) -> headers.put(k.toLowerCase(Locale.ROOT), v));
    headers.keySet().removeIf(name -> !isOfTraces(name));
    RECEIVED.add(headers);
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }

  private static boolean isOfTraces(String name) {
    return name.startsWith("trace") || name.contains("b3") || name.equals("baggage");
  }

  /** What the other side is told when a client is given a header, in a request with a trace. */
  @SuppressWarnings("unchecked") // It is the shop's.
  private static Map<String, List<String>> told(String client, Map<String, String> given)
      throws Exception {
    BiFunction<String, Map<String, String>, Integer> shop =
        (BiFunction<String, Map<String, String>, Integer>)
            CLIENTS.loadClass("shop." + client).getDeclaredConstructor().newInstance();
    RequestRecord record = CORE.requests().start("GET", "http");
    record.trace().adopt(1, 2, 3, true, "s=1");
    record.trace().baggage("user=7");
    ThreadState.current().request(record);
    try {
      String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
      assertThat(shop.apply(url, given)).isEqualTo(200);
    } finally {
      int generation = ThreadState.current().generation();
      ThreadState.current().request(null);
      CORE.requests().end(record, generation, 200, "1.1");
    }
    assertThat(CLIENTS.failed()).isEmpty();
    return Objects.requireNonNull(RECEIVED.poll());
  }

  @ParameterizedTest
  @CsvSource({
    "ApacheFour, MainClientExec",
    "ApacheFive, ConnectExec",
    "ApacheFiveAsync, AsyncConnectExec",
    "OkHttp, Http1Codec"
  })
  void aRequestWithoutIdsGetsAllOfThemOnce(String client, String woven) throws Exception {
    Map<String, List<String>> told =
        told(client, Map.of("Baggage", "mine=1", "TraceState", "mine=2"));
    assertThat(told)
        .containsOnlyKeys(
            "traceparent",
            "tracestate",
            "b3",
            "x-b3-traceid",
            "x-b3-spanid",
            "x-b3-sampled",
            "baggage");
    assertThat(told.values()).allMatch(values -> values.size() == 1);
    assertThat(told.get("traceparent").get(0)).startsWith("00-" + TRACE).endsWith("-01");
    assertThat(told.get("baggage")).containsExactly("mine=1");
    assertThat(told.get("tracestate")).containsExactly("mine=2");
    assertThat(CLIENTS.woven())
        .extracting(name -> name.substring(name.lastIndexOf('/') + 1))
        .contains(woven);
  }

  @ParameterizedTest
  @CsvSource({
    "ApacheFour, traceparent",
    "ApacheFour, b3",
    "ApacheFour, x-b3-traceid",
    "ApacheFive, traceparent",
    "ApacheFive, b3",
    "ApacheFive, x-b3-traceid",
    "ApacheFiveAsync, traceparent",
    "ApacheFiveAsync, b3",
    "ApacheFiveAsync, x-b3-traceid",
    "OkHttp, traceparent",
    "OkHttp, b3",
    "OkHttp, x-b3-traceid"
  })
  void aRequestThatHasIdsInAnyFormIsLeftAsItIs(String client, String name) throws Exception {
    assertThat(told(client, Map.of(name.toUpperCase(Locale.ROOT), "mine")))
        .containsExactly(Map.entry(name, List.of("mine")));
  }

  @Test
  void theProbeLooksAtEachFormOfIds() {
    RequestRecord record = CORE.requests().start("GET", "http");
    ThreadState.current().request(record);
    Object call = ClientProbe.begun(null, "GET", "http", "shop", 80, "/");
    assertThat(ClientProbe.headers(call, "given", null, null)).isNull();
    assertThat(ClientProbe.headers(call, null, "given", null)).isNull();
    assertThat(ClientProbe.headers(call, null, null, "given")).isNull();
    assertThat(ClientProbe.headers(call, null, null, null)).contains("traceparent", "b3");
    ClientProbe.ended(call, 200, null, null);
    ThreadState.current().request(null);
  }
}
