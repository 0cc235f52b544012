package io.gnomon.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.bootstrap.Slot;
import io.gnomon.core.clock.Clock;
import io.gnomon.core.failures.Failures;
import io.gnomon.core.log.AgentLog;
import io.gnomon.core.metrics.Metrics;
import io.gnomon.core.paths.PathPatterns;
import io.gnomon.core.request.RequestRecord;
import io.gnomon.core.request.Requests;
import io.gnomon.core.request.ThreadState;
import io.gnomon.core.spans.SpanList;
import io.gnomon.servlet.carriers.FactSettings;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** As in Undertow: another thread completes the request while the first one is still inside. */
class EndedMeanwhileTest {

  private static final class Exchange implements Slot {

    private @Nullable Object value;

    @Override
    public @Nullable Object gnomon$slot() {
      return value;
    }

    @Override
    public void gnomon$slot(@Nullable Object put) {
      this.value = put;
    }
  }

  private static final class NoLog implements AgentLog {

    @Override
    public void info(String line) {}

    @Override
    public void warn(String line) {}

    @Override
    public void debug(String line) {}
  }

  private final Metrics metrics = new Metrics(Clock.SYSTEM);
  private final Requests requests = new Requests(Clock.SYSTEM, metrics);
  private final ServletCalls calls =
      new ServletCalls(
          requests,
          metrics,
          new Failures(new NoLog()),
          new ServletSettings(
              new PathPatterns(List.of()),
              true,
              true,
              true,
              new FactSettings(FactSettings.Query.REDACTED, true)),
          null);
  private final Exchange exchange = new Exchange();

  @AfterEach
  void leave() {
    ThreadState.current().request(null);
  }

  /** What a servlet's thread tells, while another one completes. */
  private void serve(@Nullable Throwable thrown) throws InterruptedException {
    Object previous = calls.entered(exchange, "GET", "http", null);
    int token = calls.calling();
    RequestRecord record = ThreadState.current().request();
    int generation = record.generation();
    Thread task = new Thread(() -> complete(record, generation));
    task.start();
    task.join();
    assertThat(requests.active()).isZero();

    calls.answered();
    calls.called(token, null, null, thrown);
    calls.completedInside(exchange, 200, "HTTP/1.1");
    calls.left(previous);
  }

  private void complete(RequestRecord record, int generation) {
    ThreadState.current().request(record, generation, SpanList.ROOT);
    calls.completed(exchange, 200, "HTTP/1.1");
  }

  @Test
  void whoLeavesItAndHasNothingToTellHasLostNothing() throws Exception {
    serve(null);

    assertThat(requests.lateWrites()).isZero();
    assertThat(ThreadState.current().inRequest()).isFalse();
  }

  @Test
  void whoIsSentInToCompleteItEndsItThoughTheFirstThreadLeavesLater() throws Exception {
    Object first = calls.entered(exchange, "GET", "http", null);
    AtomicReference<Object> second = new AtomicReference<>();
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      other
          .submit(
              () -> {
                second.set(calls.entered(exchange, "GET", "http", null));
                calls.completed(exchange, 200, "HTTP/1.1");
              })
          .get();
      calls.completedInside(exchange, 200, "HTTP/1.1");
      calls.left(first);
      assertThat(requests.active()).as("the other one is inside").isEqualTo(1);

      other
          .submit(
              () -> {
                calls.completedInside(exchange, 200, "HTTP/1.1");
                calls.left(second.get());
              })
          .get();
      assertThat(requests.active()).isZero();
      assertThat(requests.lateWrites()).isZero();
    } finally {
      other.shutdownNow();
    }
  }

  @Test
  void theExceptionThatLeavesItIsLost() throws Exception {
    serve(new IllegalStateException());

    assertThat(requests.lateWrites()).isEqualTo(1);
    assertThat(ThreadState.current().inRequest()).isFalse();
  }
}
