package io.gnomon.core.errors;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.shop.Orders;
import io.gnomon.core.Allocation;
import io.gnomon.core.attributes.AttributeSet;
import io.gnomon.core.clock.ManualClock;
import io.gnomon.core.events.Event;
import io.gnomon.core.events.EventQueue;
import io.gnomon.core.findings.CallerStack;
import io.gnomon.core.log.RecordingLog;
import io.gnomon.core.metrics.Metrics;
import io.gnomon.core.request.RequestRecord;
import io.gnomon.core.request.RequestRecord.RouteSource;
import io.gnomon.core.request.Requests;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RequestErrorsTest {

  private static final long INTERVAL_NANOS = 10_000_000_000L;
  private static final String SECRET = "card 4111\nof Ada";

  private final ManualClock clock = new ManualClock();
  private final EventQueue events = new EventQueue();
  private final RecordingLog log = new RecordingLog();
  private final Requests requests = requests(false);

  private Requests requests(boolean withMessage) {
    CallerStack stack = new CallerStack(CallerStack.DEFAULT_EXCLUDES);
    return new Requests(
        clock,
        new Metrics(clock),
        new RequestErrors(
            new ErrorSettings(INTERVAL_NANOS, withMessage), stack, clock, events, log));
  }

  private void request(
      Requests through, @Nullable String route, int status, @Nullable Throwable thrown) {
    RequestRecord record = through.start("GET", "http");
    if (route != null) {
      record.route(route, RouteSource.CONTROLLER);
    }
    if (thrown != null) {
      record.failed(thrown);
    }
    through.end(record, record.generation(), status, "1.1");
  }

  private List<Event> told() {
    return events.drain(EventQueue.CAPACITY);
  }

  @Test
  void anErrorIsToldByRouteClassAndLineWithoutItsMessage() {
    request(requests, "/orders/{id}", 500, Orders.failure(SECRET));
    Event event = told().get(0);
    assertThat(event.name()).isEqualTo("gnomon.request.error");
    assertThat(event.body())
        .isEqualTo("error: GET /orders/{id} answered 500, java.lang.IllegalStateException");
    AttributeSet of = event.attributes();
    assertThat(of.get("http.route")).isEqualTo("/orders/{id}");
    assertThat(of.get("http.request.method")).isEqualTo("GET");
    assertThat(of.get("http.response.status_code")).isEqualTo(500L);
    assertThat(of.get("error.type")).isEqualTo("java.lang.IllegalStateException");
    assertThat(of.get("exception.type")).isEqualTo("java.lang.IllegalStateException");
    assertThat(of.get("exception.message")).isNull();
    assertThat((String) of.get("code.stacktrace"))
        .startsWith("com.example.shop.Orders.failure(Orders.java:");
    assertThat(log.lines().get(0)).contains("at com.example.shop.Orders").doesNotContain("Ada");
  }

  @Test
  void theMessageIsToldIfTheUserAsksForIt() {
    request(requests(true), null, 500, Orders.failure(SECRET));
    assertThat(told().get(0).attributes().get("exception.message")).isEqualTo(SECRET);
    assertThat(log.lines().get(0)).endsWith(": card 4111 of Ada");
  }

  @Test
  void aLongMessageIsCut() {
    request(requests(true), null, 500, Orders.failure("x".repeat(5_000)));
    assertThat((String) told().get(0).attributes().get("exception.message"))
        .hasSize(Thrown.MAX_MESSAGE_LENGTH);
  }

  @Test
  void anAnswerWithoutAnExceptionIsToldByItsStatus() {
    request(requests, "/pay", 503, null);
    Event event = told().get(0);
    assertThat(event.body()).isEqualTo("error: GET /pay answered 503");
    assertThat(event.attributes().get("error.type")).isEqualTo("503");
    assertThat(event.attributes().get("exception.type")).isNull();
  }

  @Test
  void whatDidNotFailIsNotTold() {
    request(requests, "/pay", 200, null);
    request(requests, "/pay", 404, null);
    request(requests, "/pay", 0, null);
    assertThat(told()).isEmpty();
  }

  @Test
  void theSameErrorOfARouteIsToldOncePerIntervalWithTheNumberHeldBack() {
    for (int i = 0; i < 5; i++) {
      request(requests, "/pay", 503, null);
    }
    request(requests, "/other", 503, null);
    request(requests, "/pay", 500, new IllegalStateException());
    assertThat(told()).hasSize(3);
    clock.advance(INTERVAL_NANOS);
    request(requests, "/pay", 503, null);
    assertThat(told().get(0).attributes().get("gnomon.held_back")).isEqualTo(4L);
    assertThat(log.lines()).last().asString().contains("(4 more held back)");
  }

  @Test
  void theFrameIsThatOfTheCauseIfTheExceptionHasNone() {
    IllegalArgumentException outer = new IllegalArgumentException(Orders.failure("x"));
    outer.setStackTrace(new StackTraceElement[0]);
    request(requests, null, 500, outer);
    assertThat((String) told().get(0).attributes().get("code.stacktrace"))
        .startsWith("com.example.shop.Orders.failure");
  }

  @Test
  void anExceptionThatFailsWhenAskedIsToldByItsClass() {
    request(requests(true), "/pay", 500, new Hostile());
    AttributeSet of = told().get(0).attributes();
    assertThat(of.get("exception.type")).isEqualTo(Hostile.class.getName());
    assertThat(of.get("exception.message")).isNull();
    assertThat(of.get("code.stacktrace")).isNull();
  }

  @Test
  void aRequestThatDidNotFailAllocatesNothing() {
    assertThat(Allocation.bytesOf(1_000, () -> request(requests, "/pay", 200, null))).isZero();
  }

  private static final class Hostile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    @Override
    public String getMessage() {
      throw new IllegalStateException("message");
    }

    @Override
    public StackTraceElement[] getStackTrace() {
      throw new AssertionError("stack");
    }
  }
}
