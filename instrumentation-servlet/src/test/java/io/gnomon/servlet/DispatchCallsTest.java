package io.gnomon.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.bootstrap.DispatchProbe;
import io.gnomon.core.clock.Clock;
import io.gnomon.core.metrics.Metrics;
import io.gnomon.core.request.RequestRecord;
import io.gnomon.core.request.Requests;
import io.gnomon.core.request.ThreadState;
import io.gnomon.core.spans.SpanList;
import io.gnomon.core.spans.SpanRoom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DispatchCallsTest {

  private final Metrics metrics = new Metrics(Clock.SYSTEM);
  private final Requests requests = new Requests(Clock.SYSTEM, metrics);
  private final DispatchCalls calls = new DispatchCalls(requests, metrics);
  private final ThreadState state = ThreadState.current();
  private RequestRecord record;

  @BeforeEach
  void start() {
    record = requests.start("GET", "http");
    state.request(record);
  }

  @AfterEach
  void end() {
    state.request(null);
  }

  @Test
  void whatHappensInsideIsInIt() {
    assertThat(state.span()).isEqualTo(SpanList.ROOT);
    long outer = calls.dispatching(DispatchProbe.FORWARD);
    assertThat(state.span()).isZero();
    long inner = calls.dispatching(DispatchProbe.INCLUDE);
    assertThat(state.span()).isEqualTo(1);
    assertThat(record.spans().isOpen(1)).isTrue();

    calls.dispatched(inner, null);
    assertThat(state.span()).isZero();
    assertThat(record.spans().isOpen(1)).isFalse();
    assertThat(record.spans().isOpen(0)).isTrue();
    calls.dispatched(outer, new IllegalStateException("x"));
    assertThat(state.span()).isEqualTo(SpanList.ROOT);
    assertThat(record.spans().isOpen(0)).isFalse();
    assertThat(record.spans().durationNanos(0))
        .isGreaterThanOrEqualTo(record.spans().durationNanos(1));
  }

  @Test
  void theFirstServletThatIsReachedNamesIt() {
    long token = calls.dispatching(DispatchProbe.FORWARD);
    calls.reached(state, record, null);
    assertThat(record.spans().subject(0).spanName()).isEqualTo("forward");
    calls.reached(state, record, "/shop/*.jsp");
    calls.reached(state, record, "/shop/other");
    calls.dispatched(token, null);
    calls.reached(state, record, "/shop/after");

    assertThat(record.spans().subject(0).spanName()).isEqualTo("forward /shop/*.jsp");
  }

  @Test
  void namesAreBounded() {
    for (int i = 0; i <= DispatchCalls.MAX_MAPPINGS; i++) {
      long token = calls.dispatching(DispatchProbe.FORWARD);
      calls.reached(state, record, "/" + i);
      calls.dispatched(token, null);
    }
    requests.end(record, record.generation(), 200, null);
    start();
    long token = calls.dispatching(DispatchProbe.FORWARD);
    calls.reached(state, record, "/one-too-many");
    calls.dispatched(token, null);

    assertThat(record.spans().subject(0).spanName()).isEqualTo("forward");
    assertThat(overflows()).as("this one and the one before").isEqualTo(2);
  }

  private long overflows() {
    return metrics.collect().stream()
        .filter(metric -> metric.instrument() == DispatchCalls.OVERFLOWS)
        .flatMap(metric -> metric.numbers().stream())
        .mapToLong(point -> (long) point.value())
        .sum();
  }

  @Test
  void pastTheBoundOfSpansItsTimeIsCountedAndNothingIsInsideOfIt() {
    for (int i = 0; i < SpanRoom.DEFAULT_SPANS; i++) {
      calls.dispatched(calls.dispatching(DispatchProbe.FORWARD), null);
    }
    long token = calls.dispatching(DispatchProbe.INCLUDE);
    assertThat(state.span()).isEqualTo(SpanList.ROOT);
    calls.dispatched(token, null);

    assertThat(state.span()).isEqualTo(SpanList.ROOT);
    long farEnd = 3_600_000_000_000L;
    assertThat(record.spans().copy(farEnd).leftOutWords())
        .as("it has ended, long before")
        .matches("include x1 \\(.{1,5} ms\\)");
  }

  @Test
  void outlivingTheRequestWritesToNoOther() {
    long token = calls.dispatching(DispatchProbe.FORWARD);
    requests.end(record, record.generation(), 200, null);
    RequestRecord next = requests.start("GET", "http");
    assertThat(next).isSameAs(record);

    calls.dispatched(token, null);
    state.request(next);
    calls.dispatched(token, null);

    assertThat(next.spans().size()).isZero();
    assertThat(state.span()).isEqualTo(SpanList.ROOT);
  }

  @Test
  void outsideRequestsThereIsNone() {
    state.request(null);
    assertThat(calls.dispatching(DispatchProbe.FORWARD)).isZero();
  }
}
