package io.gnomon.core.propagation;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.core.clock.ManualClock;
import io.gnomon.core.log.RecordingLog;
import io.gnomon.core.metrics.Metrics;
import io.gnomon.core.request.RequestRecord;
import io.gnomon.core.request.Requests;
import io.gnomon.core.settings.LayeredSettings;
import io.gnomon.core.traces.TraceSettings;
import io.gnomon.core.traces.Traces;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InjectionTest {

  private static final long SPAN = 0x00000000000000abL;
  private static final long SLOW_NANOS = 2_000_000_000L;
  private static final String TRACE = "00000000000000010000000000000002";

  private final ManualClock clock = new ManualClock();
  private final Metrics metrics = new Metrics(clock);
  private final RequestRecord record = new Requests(clock, metrics).start("GET", "http");

  private Injection injection(String kept, Propagator... propagators) {
    return injection(kept, "adaptive", propagators);
  }

  private Injection injection(String kept, String slow, Propagator... propagators) {
    Properties system = new Properties();
    system.setProperty("gnomon.traces", kept);
    system.setProperty("gnomon.traces.slow-threshold", slow);
    system.setProperty("gnomon.traces.baseline", "off");
    TraceSettings settings = TraceSettings.read(new LayeredSettings(system, Map.of(), null));
    return new Injection(
        new PropagationSettings(List.of(propagators)),
        new Traces(settings, clock, metrics, new RecordingLog()),
        !settings.isNone());
  }

  private static Map<String, String> map(String @Nullable [] headers) {
    Map<String, String> map = new LinkedHashMap<>();
    for (int i = 0; headers != null && i < headers.length; i += 2) {
      assertThat(map.put(headers[i], headers[i + 1])).as("once: " + headers[i]).isNull();
    }
    return map;
  }

  @Test
  void ofW3cTheTraceTheCallAndWhatCameFromUpstream() {
    record.trace().adopt(1, 2, 3, false, "a=b,c=d");
    record.trace().baggage("user=7");
    Injection injection = injection("interesting", Propagator.TRACECONTEXT, Propagator.BAGGAGE);
    assertThat(map(injection.headers(record, SPAN)))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "traceparent", "00-" + TRACE + "-00000000000000ab-00",
                "tracestate", "a=b,c=d",
                "baggage", "user=7"));
    assertThat(injection.names()).containsExactly("traceparent", "tracestate", "baggage");
  }

  @Test
  void whatIsToBeKeptIsToldAsSampled() {
    record.trace().adopt(1, 2, 3, true, null);
    assertThat(map(injection("interesting", Propagator.TRACECONTEXT).headers(record, SPAN)))
        .containsExactly(Map.entry("traceparent", "00-" + TRACE + "-00000000000000ab-01"));
  }

  @Test
  void whatWasSentAsSampledStaysSo() {
    Injection injection = injection("interesting", Propagator.TRACECONTEXT);
    assertThat(traceParent(injection)).endsWith("-02");
    assertThat(record.trace().toldSampled()).isFalse();
    clock.advance(SLOW_NANOS);
    assertThat(traceParent(injection)).endsWith("-03");
    assertThat(record.trace().toldSampled()).isTrue();
    Injection withoutSlow = injection("interesting", "off", Propagator.TRACECONTEXT);
    assertThat(traceParent(withoutSlow)).endsWith("-03");
  }

  private String traceParent(Injection injection) {
    return Objects.requireNonNull(map(injection.headers(record, SPAN)).get("traceparent"));
  }

  @Test
  void whoSendsBaggageAloneTellsNothing() {
    record.trace().adopt(1, 2, 3, true, null);
    record.trace().baggage("user=7");
    assertThat(map(injection("all", Propagator.BAGGAGE).headers(record, SPAN)))
        .containsExactly(Map.entry("baggage", "user=7"));
    assertThat(record.trace().toldSampled()).isFalse();
  }

  @Test
  void whatUpstreamRecordsIsPassedOnWithoutBeingTold() {
    record.trace().adopt(1, 2, 3, true, null);
    injection("none", Propagator.TRACECONTEXT).headers(record, SPAN);
    assertThat(record.trace().toldSampled()).isFalse();
  }

  @Test
  void anIdIsToldToBeRandomIfItIsKnownToBe() {
    Injection injection = injection("interesting", Propagator.TRACECONTEXT);
    assertThat(traceParent(injection)).endsWith("-02");
    record.trace().adopt(1, 2, 3, true, null);
    assertThat(traceParent(injection)).endsWith("-01");
    record.trace().random(true);
    assertThat(traceParent(injection)).endsWith("-03");
  }

  @Test
  void flagsThatAreNotKnownAreNotPassedOn() {
    new Extraction(new PropagationSettings(List.of(Propagator.TRACECONTEXT)), metrics)
        .extract(
            (carrier, name) -> name.equals("traceparent") ? carrier.toString() : null,
            "00-" + TRACE + "-00000000000000cc-ff",
            record.trace());
    assertThat(traceParent(injection("interesting", Propagator.TRACECONTEXT))).endsWith("-03");
    assertThat(traceParent(injection("none", Propagator.TRACECONTEXT)))
        .isEqualTo("00-" + TRACE + "-00000000000000cc-03");
  }

  @Test
  void whatIsDebuggedUpstreamIsSoDownstream() {
    record.trace().adopt(1, 2, 3, true, null);
    record.trace().debug(true);
    for (String kept : List.of("interesting", "none")) {
      String span = kept.equals("none") ? "0000000000000003" : "00000000000000ab";
      assertThat(map(injection(kept, Propagator.B3).headers(record, SPAN)))
          .containsExactly(Map.entry("b3", TRACE + "-" + span + "-d"));
      Injection multi = injection(kept, Propagator.B3MULTI);
      assertThat(map(multi.headers(record, SPAN)))
          .containsExactly(
              Map.entry("X-B3-TraceId", TRACE),
              Map.entry("X-B3-SpanId", span),
              Map.entry("X-B3-Flags", "1"));
      assertThat(multi.names()).contains("X-B3-Flags", "X-B3-Sampled");
      assertThat(traceParent(injection(kept, Propagator.TRACECONTEXT))).endsWith("-01");
    }
  }

  @Test
  void ofB3OneHeaderOrThree() {
    record.trace().adopt(1, 2, 3, false, null);
    assertThat(map(injection("interesting", Propagator.B3MULTI).headers(record, -1)))
        .containsExactly(
            Map.entry("X-B3-TraceId", TRACE),
            Map.entry("X-B3-SpanId", "ffffffffffffffff"),
            Map.entry("X-B3-Sampled", "0"));
    assertThat(map(injection("all", Propagator.B3).headers(record, SPAN)))
        .containsExactly(Map.entry("b3", TRACE + "-00000000000000ab-1"));
  }

  @Test
  void withoutTracesWhatCameFromUpstreamGoesOnAsItCame() {
    record.trace().adopt(1, 2, 3, true, "a=b");
    Injection injection = injection("none", Propagator.TRACECONTEXT, Propagator.BAGGAGE);
    assertThat(map(injection.headers(record, SPAN)))
        .containsExactly(
            Map.entry("traceparent", "00-" + TRACE + "-0000000000000003-01"),
            Map.entry("tracestate", "a=b"));
  }

  @Test
  void withoutTracesATraceThatBeganHereIsNotTold() {
    assertThat(injection("none", Propagator.TRACECONTEXT).headers(record, SPAN)).isNull();
  }

  @Test
  void withoutPropagatorsThereAreNoHeaders() {
    record.trace().baggage("user=7");
    assertThat(injection("all").headers(record, SPAN)).isNull();
  }
}
