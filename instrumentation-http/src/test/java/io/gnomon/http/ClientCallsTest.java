package io.gnomon.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.gnomon.bootstrap.Slot;
import io.gnomon.core.Core;
import io.gnomon.core.CoreSettings;
import io.gnomon.core.attributes.AttributeSet;
import io.gnomon.core.clock.Clock;
import io.gnomon.core.metrics.HistogramPoint;
import io.gnomon.core.metrics.MetricSnapshot;
import io.gnomon.core.propagation.Injection;
import io.gnomon.core.propagation.PropagationSettings;
import io.gnomon.core.propagation.Propagator;
import io.gnomon.core.request.RequestRecord;
import io.gnomon.core.request.ThreadState;
import io.gnomon.core.settings.LayeredSettings;
import io.gnomon.core.spans.FinishedSpan;
import io.gnomon.core.spans.SpanKind;
import io.gnomon.core.traces.TraceSettings;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClientCallsTest {

  private static final class Bearer implements Slot {

    private @Nullable Object slot;

    @Override
    public @Nullable Object gnomon$slot() {
      return slot;
    }

    @Override
    public void gnomon$slot(@Nullable Object value) {
      slot = value;
    }
  }

  private final TraceSettings traces = TraceSettings.read(all());
  private final Core core =
      new Core(
          Clock.SYSTEM,
          new NoLog(),
          new CoreSettings(Long.MAX_VALUE, 1, List.of(), 5, Long.MAX_VALUE),
          traces);
  private final ClientCalls calls =
      new ClientCalls(
          core,
          new Injection(
              new PropagationSettings(List.of(Propagator.TRACECONTEXT)), core.traces(), true),
          Clock.SYSTEM);
  private final ThreadState thread = ThreadState.current();

  private static LayeredSettings all() {
    Properties system = new Properties();
    system.setProperty("gnomon.traces", "all");
    return new LayeredSettings(system, Map.of(), null);
  }

  @AfterEach
  void leave() {
    assertThat(thread.outgoing()).as("the thread is in no call").isNull();
    thread.request(null);
    thread.waitingCall(null);
  }

  private RequestRecord request() {
    RequestRecord record = core.requests().start("GET", "http");
    thread.request(record);
    return record;
  }

  private void end(RequestRecord record) {
    core.requests().end(record, thread.generation(), 200, "1.1");
  }

  private Object begun() {
    return Objects.requireNonNull(calls.begun(null, "GET", "http", "shop", 8080, "/a?b=secret"));
  }

  private static void end(ClientCalls calls, Object call, int status) {
    calls.ended(call, status, "HTTP/1.1", null);
  }

  /** How many calls there were, by status or error. */
  private Map<String, Long> counts() {
    Map<String, Long> counts = new TreeMap<>();
    for (MetricSnapshot metric : core.metrics().collect()) {
      if (metric.instrument().name().equals("http.client.request.duration")) {
        for (HistogramPoint point : metric.histograms()) {
          Object error = point.attributes().get("error.type");
          Object key = error == null ? point.attributes().get("http.response.status_code") : error;
          counts.merge(String.valueOf(key), point.count(), Long::sum);
        }
      }
    }
    return counts;
  }

  private List<FinishedSpan> clientSpans() {
    return core.traces().drain(100).stream()
        .filter(span -> span.kind() == SpanKind.CLIENT)
        .toList();
  }

  @Test
  void outsideOfRequestsACallCountsAndTellsNothing() {
    Object call = begun();
    assertThat(calls.headers(call)).isNull();
    end(calls, call, 200);
    end(calls, begun(), 404);
    calls.ended(begun(), 0, null, new ConnectException());
    calls.ended(begun(), 0, null, null);
    assertThat(counts())
        .containsOnly(
            entry("200", 1L),
            entry("404", 1L),
            entry("java.net.ConnectException", 1L),
            entry("_OTHER", 1L));
  }

  @Test
  void aSeriesIsNamedByTheConventions() {
    end(calls, begun(), 503);
    AttributeSet attributes =
        core.metrics().collect().stream()
            .filter(metric -> metric.instrument().name().equals("http.client.request.duration"))
            .findFirst()
            .orElseThrow()
            .histograms()
            .get(0)
            .attributes();
    assertThat(attributes.toString())
        .isEqualTo(
            "{error.type=503, http.request.method=GET, http.response.status_code=503,"
                + " network.protocol.version=1.1, server.address=shop, server.port=8080,"
                + " url.scheme=http}");
  }

  @Test
  void inARequestItIsASpanThatDownstreamIsToldOf() {
    RequestRecord record = request();
    long high = record.trace().traceHigh();
    Object call = begun();
    String[] headers = Objects.requireNonNull(calls.headers(call));
    end(calls, call, 500);
    end(record);
    FinishedSpan span = clientSpans().get(0);
    assertThat(headers[0]).isEqualTo("traceparent");
    assertThat(headers[1])
        .isEqualTo(String.format("00-%016x%016x-%016x-03", high, span.traceLow(), span.spanId()));
    assertThat(span.name()).isEqualTo("GET");
    assertThat(span.failed()).isTrue();
    assertThat(span.attributes().toString())
        .isEqualTo(
            "{error.type=500, http.request.method=GET, http.response.status_code=500,"
                + " network.protocol.version=1.1, server.address=shop, server.port=8080, url.full=http://shop:8080/a}");
  }

  @Test
  void aMethodThatIsNotKnownIsToldAsItWasSent() {
    RequestRecord record = request();
    String longest = "M".repeat(OutgoingCall.MAX_METHOD);
    for (String method : new String[] {"PROPFIND", longest + "ORE", null}) {
      Object call = Objects.requireNonNull(calls.begun(null, method, "http", "shop", 80, "/"));
      calls.ended(call, 200, "h2", null);
    }
    end(record);
    assertThat(clientSpans())
        .hasSize(3)
        .allSatisfy(
            span -> {
              assertThat(span.name()).isEqualTo("HTTP");
              assertThat(span.attributes().get("http.request.method")).isEqualTo("_OTHER");
              assertThat(span.attributes().get("network.protocol.version")).isEqualTo("2");
            })
        .extracting(span -> span.attributes().get("http.request.method_original"))
        .containsExactly("PROPFIND", longest, null);
  }

  @Test
  void pastTheBoundOfSpansCallsAreCountedByMethodAndServerWithTheirTime() {
    RequestRecord record = request();
    for (int i = 0; i < 1_000; i++) {
      end(calls, begun(), 200);
    }
    for (int i = 0; i < 40; i++) {
      Object call = Objects.requireNonNull(calls.begun(null, "GET", "http", "shop", 8080, "/" + i));
      calls.headers(call);
      end(calls, call, 200);
    }
    end(calls, Objects.requireNonNull(calls.begun(null, "PUT", "http", "shop", 8080, "/")), 200);
    end(calls, Objects.requireNonNull(calls.begun(null, "GET", "http", "bank", 80, "/")), 200);
    long farEnd = 3_600_000_000_000L;
    assertThat(record.spans().copy(farEnd).leftOutWords())
        .as("all have ended, long before")
        .matches("GET shop:8080 x40 \\(.{1,5} ms\\); PUT shop:8080 x1 .*; GET bank:80 x1 .*");
    end(record);
  }

  @Test
  void theDurationOfAKeptCallPointsAtItsSpanFailedOrNot() {
    RequestRecord record = request();
    end(calls, begun(), 200);
    end(calls, begun(), 503);
    end(record);
    List<Long> spans = clientSpans().stream().map(FinishedSpan::spanId).toList();
    List<Long> told = new ArrayList<>();
    for (MetricSnapshot metric : core.metrics().collect()) {
      if (metric.instrument().name().equals("http.client.request.duration")) {
        metric.histograms().forEach(p -> p.exemplars().forEach(e -> told.add(e.spanId())));
      }
    }
    assertThat(told).hasSize(2).containsExactlyInAnyOrderElementsOf(spans);
  }

  @Test
  void anEndCountsOnce() {
    Object call = begun();
    end(calls, call, 200);
    calls.ended(call, 0, null, new IOException());
    assertThat(counts()).containsOnly(entry("200", 1L));
  }

  @Test
  void anEndAfterThatOfTheRequestCountsButIsNoSpan() {
    RequestRecord record = request();
    Object call = begun();
    calls.left(call);
    end(record);
    end(calls, call, 200);
    assertThat(counts()).containsOnly(entry("200", 1L));
    assertThat(clientSpans()).isEmpty();
    assertThat(core.requests().lateWrites()).isEqualTo(1);
  }

  @Test
  void whatIsHandedOverBelongsToWhoHandedItOver() {
    Bearer bearer = new Bearer();
    RequestRecord record = request();
    calls.captured(bearer);
    thread.request(null);
    Object call = Objects.requireNonNull(calls.begun(bearer, "GET", "http", "shop", 80, "/"));
    assertThat(calls.headers(call)).isNotNull();
    end(calls, call, 200);
    thread.request(record);
    end(record);
    assertThat(clientSpans()).hasSize(1);
  }

  @Test
  void whatIsHandedOverOutsideOfRequestsBelongsToNone() {
    Bearer bearer = new Bearer();
    calls.captured(bearer);
    RequestRecord record = request();
    Object call = Objects.requireNonNull(calls.begun(bearer, "GET", "http", "shop", 80, "/"));
    assertThat(calls.headers(call)).isNull();
    end(calls, call, 200);
    end(record);
    assertThat(clientSpans()).isEmpty();
  }

  @Test
  void aFutureCompletesWhenItsCallHasEnded() {
    CompletableFuture<Object> future = new CompletableFuture<>();
    CompletableFuture<?> given = (CompletableFuture<?>) calls.completing(begun(), future);
    assertThat(counts()).isEmpty();
    future.completeExceptionally(new IOException("not told"));
    assertThat(given).isCompletedExceptionally();
    assertThat(counts()).containsOnly(entry("java.io.IOException", 1L));
  }

  @Test
  void aCallbackEndsTheCallThatWaitsForIt() {
    Bearer callback = new Bearer();
    Object call = begun();
    calls.awaited(call, callback);
    calls.left(call);
    calls.answered(callback, 201, null, null);
    calls.answered(callback, 0, null, new IOException());
    assertThat(counts()).containsOnly(entry("201", 1L));
  }

  private @Nullable Object connecting(Object connection) {
    return calls.connecting(connection, "GET", "http", "shop", -1, "/");
  }

  @Test
  void aConnectionThatConnectsSendsAndReadsIsOneCall() {
    Object connection = new Object();
    Object call = Objects.requireNonNull(connecting(connection));
    assertThat(connecting(connection)).as("inside").isNull();
    calls.connected(call, "GET", null);
    assertThat(connecting(connection)).isSameAs(call);
    calls.read(call, "POST", 200, null);
    assertThat(counts()).containsOnly(entry("200", 1L));
  }

  @Test
  void aStatusCountsThoughReadingItThrows() {
    calls.read(Objects.requireNonNull(connecting(new Object())), "GET", 404, new IOException());
    assertThat(counts()).containsOnly(entry("404", 1L));
  }

  @Test
  void aConnectionThatIsNotMadeIsAFailedCallAndAMisuseIsNone() {
    calls.connected(
        Objects.requireNonNull(connecting(new Object())), "GET", new ConnectException());
    calls.connected(
        Objects.requireNonNull(connecting(new Object())), "GET", new ProtocolException());
    assertThat(counts()).containsOnly(entry("java.net.ConnectException", 1L));
  }

  @Test
  void ourOwnThreadsAreNotTimed() throws Exception {
    List<Boolean> left = new ArrayList<>();
    Thread ours =
        new Thread(
            () -> {
              ThreadState.current().calls().mute();
              left.add(calls.begun(null, "POST", "http", "collector", 4318, "/") == null);
              left.add(connecting(new Object()) == null);
            });
    ours.start();
    ours.join();
    assertThat(left).containsExactly(true, true);
  }
}
