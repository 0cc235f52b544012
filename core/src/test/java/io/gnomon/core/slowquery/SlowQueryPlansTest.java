package io.gnomon.core.slowquery;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.shop.Orders;
import io.gnomon.core.clock.ManualClock;
import io.gnomon.core.events.Event;
import io.gnomon.core.events.EventQueue;
import io.gnomon.core.findings.CallerStack;
import io.gnomon.core.log.RecordingLog;
import io.gnomon.core.metrics.Metrics;
import io.gnomon.core.query.Database;
import io.gnomon.core.query.EveryExecution;
import io.gnomon.core.query.Execution;
import io.gnomon.core.query.Queries;
import io.gnomon.core.query.Query;
import io.gnomon.core.query.QueryShape;
import io.gnomon.core.request.ThreadState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlowQueryPlansTest {

  private static final String PLAN = "Seq Scan on orders";

  private final ManualClock clock = new ManualClock();
  private final Metrics metrics = new Metrics(clock);
  private final EventQueue events = new EventQueue();
  private final RecordingLog log = new RecordingLog();
  private final SlowQueries slowQueries =
      new SlowQueries(100, 1_000, CallerStack.DEFAULT_EXCLUDES, clock, metrics, events, log);
  private final Queries queries = new Queries(clock, metrics, slowQueries, EveryExecution.NOBODY);
  private final List<PlanReceiver> receivers = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();

  private boolean accept(Execution execution, PlanReceiver receiver) {
    texts.add(execution.text());
    return receivers.add(receiver);
  }

  private void slow(long fingerprint) {
    Query query =
        queries.query(
            new Database("postgresql", "shop", "db1", 0),
            new QueryShape(fingerprint, "SELECT ?", "SELECT"));
    queries.executed(
        ThreadState.current(), new Execution().of(query, 0, 5_000_000).from("SELECT 1", this));
  }

  private String told(Thread by) throws InterruptedException {
    by.start();
    by.join();
    return (String) events.drain(1).get(0).attributes().get("gnomon.db.query.plan");
  }

  @Test
  void aSlowQueryIsToldWhenItsPlanIsThereWithTheFactsOfItsOwnThread() throws Exception {
    slowQueries.explainWith(this::accept);
    long happened = clock.epochNanos();
    Orders.find(() -> slow(1));
    assertThat(events.drain(10)).isEmpty();
    assertThat(log.lines()).isEmpty();
    clock.advance(77);

    Thread other = new Thread(() -> receivers.get(0).plan(PLAN));
    other.start();
    other.join();

    assertThat(texts).containsExactly("SELECT 1");
    Event event = events.drain(1).get(0);
    assertThat(event.attributes().get("gnomon.db.query.plan")).isEqualTo(PLAN);
    assertThat(event.epochNanos()).isEqualTo(happened);
    assertThat(event.attributes().get("thread.name")).isEqualTo(Thread.currentThread().getName());
    assertThat(event.attributes().get("thread.id")).isEqualTo(Thread.currentThread().getId());
    assertThat((String) event.attributes().get("code.stacktrace"))
        .startsWith("com.example.shop.Orders.find");
    assertThat(log.lines()).hasSize(1);
  }

  @Test
  void aSlowQueryWhosePlanWillNotComeIsToldAtOnce() {
    slowQueries.explainWith((execution, receiver) -> false);
    slow(1);
    assertThat(events.drain(1).get(0).attributes().get("gnomon.db.query.plan")).isNull();
    assertThat(log.lines()).hasSize(1);
  }

  @Test
  void aPlanThatCouldNotBeTakenIsToldAsNone() throws Exception {
    slowQueries.explainWith(this::accept);
    slow(1);
    assertThat(told(new Thread(() -> receivers.get(0).plan(null)))).isNull();
  }

  @Test
  void aPlanIsToldOnceHoweverOftenItComes() {
    slowQueries.explainWith(
        (execution, receiver) -> {
          receiver.plan(PLAN);
          receiver.plan(null);
          return false;
        });
    slow(1);
    assertThat(events.drain(10)).hasSize(1);
  }

  @Test
  void whatHasWaitedTooLongIsToldWithoutAPlanAndItsPlanIsDropped() {
    slowQueries.explainWith(this::accept);
    slow(1);
    clock.advance(1);
    slow(2);
    clock.advance(PlanWaits.MAX_WAIT_NANOS - 2);
    slowQueries.round().run();
    assertThat(events.drain(10)).isEmpty();

    clock.advance(1);
    slowQueries.round().run();
    List<Event> told = events.drain(10);
    assertThat(told).hasSize(1);
    assertThat(told.get(0).attributes().get("gnomon.db.query.fingerprint"))
        .isEqualTo("0000000000000001");
    assertThat(told.get(0).attributes().get("gnomon.db.query.plan")).isNull();

    receivers.get(0).plan(PLAN);
    assertThat(events.drain(10)).isEmpty();
    receivers.get(1).plan(PLAN);
    assertThat(events.drain(10)).hasSize(1);
  }

  @Test
  void atTheEndWhatWaitsIsToldWithoutAPlanAndNothingWaitsAnyMore() {
    slowQueries.explainWith(this::accept);
    slow(1);
    slow(2);
    slowQueries.finish();
    assertThat(events.drain(10)).hasSize(2);

    slow(3);
    receivers.get(0).plan(PLAN);

    assertThat(events.drain(10)).hasSize(1);
    assertThat(receivers).hasSize(2);
  }
}
