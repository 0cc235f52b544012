package io.gnomon.logging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.gnomon.core.clock.Clock;
import io.gnomon.core.failures.Failures;
import io.gnomon.core.metrics.Metrics;
import io.gnomon.core.request.RequestRecord;
import io.gnomon.core.request.Requests;
import io.gnomon.core.request.ThreadState;
import io.gnomon.core.settings.LayeredSettings;
import io.gnomon.core.spans.SpanList;
import io.gnomon.core.spans.SpanRoom;
import io.gnomon.core.traces.TraceSettings;
import io.gnomon.core.traces.Traces;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LogCallsTest {

  private final Metrics metrics = new Metrics(Clock.SYSTEM);
  private final Requests requests = new Requests(Clock.SYSTEM, metrics);
  private final Failures failures = new Failures(new NoLog());
  private final LogCalls calls =
      new LogCalls(new Traces(withoutBaseline(), Clock.SYSTEM, metrics, new NoLog()), failures);

  private static TraceSettings withoutBaseline() {
    Properties properties = new Properties();
    properties.setProperty("gnomon.traces.baseline", "0");
    return TraceSettings.read(new LayeredSettings(properties, Map.of(), null));
  }

  @AfterEach
  void leave() {
    ThreadState.current().request(null);
  }

  private RequestRecord enter() {
    RequestRecord record = requests.start("GET", "http");
    ThreadState.current().request(record);
    return record;
  }

  @Test
  void tellsTheIdsOfTheRequestOfItsThread() {
    enter().trace().adopt(0x0123456789abcdefL, 0xfedcba9876543210L, 7, true, null);

    Map<String, String> ids = calls.ids();

    assertThat(ids)
        .containsOnlyKeys("trace_id", "span_id", "trace_flags")
        .containsEntry("trace_id", "0123456789abcdeffedcba9876543210")
        .containsEntry("trace_flags", "01");
    assertThat(ids.get("span_id")).matches("[0-9a-f]{16}").isNotEqualTo("0000000000000007");
  }

  @Test
  void saysNotSampledWhileTheEndOfTheRequestDecides() {
    enter();

    assertThat(calls.ids()).containsEntry("trace_flags", "00");
  }

  @Test
  void tellsTheSameIdsAllThroughARequestAndOthersInTheNext() {
    RequestRecord record = enter();
    Map<String, String> first = calls.ids();
    assertThat(calls.ids()).isEqualTo(first).isNotSameAs(first);

    requests.end(record, record.generation(), 200, "1.1");
    enter();

    assertThat(calls.ids()).doesNotContainEntry("trace_id", first.get("trace_id"));
  }

  @Test
  void withoutTracesTellsTheIdsOfUpstreamOrNothing() {
    LogCalls none =
        new LogCalls(new Traces(TraceSettings.NONE, Clock.SYSTEM, metrics, new NoLog()), failures);
    RequestRecord record =
        new Requests(Clock.SYSTEM, metrics, SpanRoom.none()).start("GET", "http");
    ThreadState.current().request(record);
    assertThat(none.ids()).isNull();

    record.trace().adopt(1, 2, 7, true, null);

    assertThat(none.ids())
        .containsOnly(
            entry("trace_id", "00000000000000010000000000000002"),
            entry("span_id", "0000000000000007"),
            entry("trace_flags", "01"));
  }

  @Test
  void tellsNothingOutsideRequests() {
    assertThat(calls.ids()).isNull();

    ThreadState.current();
    assertThat(calls.ids()).isNull();
  }

  @Test
  void keepsNoStateForAThreadThatOnlyLogs() {
    assertThat(
            CompletableFuture.supplyAsync(
                    () -> calls.ids() == null && ThreadState.existing() == null,
                    command -> new Thread(command).start())
                .join())
        .isTrue();
  }

  @Test
  void tellsATaskTheIdsOfItsRequestUntilThatEnds() {
    RequestRecord record = requests.start("GET", "http");
    int generation = record.generation();
    ThreadState.current().request(record, generation, SpanList.ROOT);
    assertThat(calls.ids()).isNotNull();

    requests.end(record, generation, 200, "1.1");
    assertThat(requests.start("GET", "http")).isSameAs(record);

    assertThat(calls.ids()).isNull();
  }

  @Test
  void countsItsFailures() {
    calls.failed(new IllegalStateException());

    assertThat(failures.count("logging")).isOne();
  }
}
