package io.gnomon.core.slowquery;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.shop.Orders;
import io.gnomon.core.attributes.AttributeSet;
import io.gnomon.core.clock.ManualClock;
import io.gnomon.core.events.Event;
import io.gnomon.core.events.EventQueue;
import io.gnomon.core.findings.CallerStack;
import io.gnomon.core.log.RecordingLog;
import io.gnomon.core.metrics.Metrics;
import io.gnomon.core.metrics.Points;
import io.gnomon.core.query.Database;
import io.gnomon.core.query.EveryExecution;
import io.gnomon.core.query.Execution;
import io.gnomon.core.query.Queries;
import io.gnomon.core.query.Query;
import io.gnomon.core.query.QueryShape;
import io.gnomon.core.request.RequestRecord;
import io.gnomon.core.request.Requests;
import io.gnomon.core.request.ThreadState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SlowQueriesTest {

  private static final long THRESHOLD_NANOS = 100_000_000;
  private static final long INTERVAL_NANOS = 10_000_000_000L;
  private static final long SLOW_NANOS = 123_456_789;
  private static final AttributeSet OPERATION =
      AttributeSet.builder()
          .put("db.system.name", "postgresql")
          .put("db.namespace", "shop|public")
          .put("server.address", "db1")
          .put("db.query.summary", "SELECT orders")
          .build();

  private final ManualClock clock = new ManualClock();
  private final Metrics metrics = new Metrics(clock);
  private final EventQueue events = new EventQueue();
  private final RecordingLog log = new RecordingLog();
  private final SlowQueries slowQueries = detector(THRESHOLD_NANOS);
  private final Queries queries = new Queries(clock, metrics, slowQueries, EveryExecution.NOBODY);
  private final Database database = new Database("postgresql", "shop|public", "db1", 0);

  private SlowQueries detector(long thresholdNanos) {
    return new SlowQueries(
        thresholdNanos, INTERVAL_NANOS, CallerStack.DEFAULT_EXCLUDES, clock, metrics, events, log);
  }

  private Query query(long fingerprint) {
    String text = "SELECT *\nFROM orders WHERE id = ? " + "AND x = ? ".repeat(100);
    return queries.query(database, new QueryShape(fingerprint, text, "SELECT orders"));
  }

  private void slow(Query query, @Nullable String error) {
    Execution execution = new Execution().of(query, 0, SLOW_NANOS);
    queries.executed(
        ThreadState.current(), error == null ? execution : execution.failed(error, error));
  }

  private long counted() {
    return Points.number(metrics.collect(), "gnomon.db.slow_queries", OPERATION);
  }

  @Test
  void theEventSaysWhatWasSlowWhereAndForWhom() {
    RequestRecord record = new Requests(clock, metrics, ended -> {}).start("GET", "http");
    record.route("/orders/{id}", RequestRecord.RouteSource.CONTROLLER);
    ThreadState.current().request(record);
    Query query = query(0xAB);
    Orders.find(() -> slow(query, null));
    ThreadState.current().request(null);

    Event event = events.drain(10).get(0);

    assertThat(event.name()).isEqualTo("gnomon.db.slow_query");
    assertThat(event.epochNanos()).isEqualTo(clock.epochNanos());
    assertThat(event.body())
        .isEqualTo("slow query: SELECT orders on postgresql shop|public took 123 ms");
    AttributeSet attributes = event.attributes();
    assertThat(attributes.get("db.query.text")).isEqualTo(query.shape().text());
    assertThat(attributes.get("db.query.summary")).isEqualTo("SELECT orders");
    assertThat(attributes.get("gnomon.db.query.fingerprint")).isEqualTo("00000000000000ab");
    assertThat(attributes.get("gnomon.db.query.duration_ms")).isEqualTo(123L);
    assertThat(attributes.get("db.system.name")).isEqualTo("postgresql");
    assertThat(attributes.get("db.namespace")).isEqualTo("shop|public");
    assertThat(attributes.get("server.address")).isEqualTo("db1");
    assertThat(attributes.get("http.route")).isEqualTo("/orders/{id}");
    assertThat(attributes.get("thread.name")).isEqualTo(Thread.currentThread().getName());
    assertThat(attributes.get("thread.id")).isEqualTo(Thread.currentThread().getId());
    assertThat(attributes.get("gnomon.held_back")).isEqualTo(0L);
    assertThat(attributes.get("error.type")).isNull();
    assertThat((String) attributes.get("code.stacktrace"))
        .startsWith("com.example.shop.Orders.find(Orders.java:")
        .doesNotContain("io.gnomon", "java.");
  }

  @Test
  void theLogLineIsOneLineWithACutText() {
    Orders.find(() -> slow(query(1), null));
    assertThat(log.lines()).hasSize(1);
    assertThat(log.lines().get(0))
        .startsWith(
            "slow query: SELECT orders on postgresql shop|public took 123 ms, at"
                + " com.example.shop.Orders.find(Orders.java:")
        .contains(": SELECT * FROM orders WHERE id = ?")
        .endsWith("...")
        .doesNotContain("\n");
  }

  @Test
  void oneIsToldPerFingerprintAndIntervalAndEachIsCounted() {
    for (int i = 0; i < 5; i++) {
      slow(query(1), null);
    }
    slow(query(2), null);
    assertThat(events.drain(10)).hasSize(2);
    clock.advance(INTERVAL_NANOS);
    slow(query(1), null);
    slow(query(1), null);

    List<Event> later = events.drain(10);

    assertThat(later).hasSize(1);
    assertThat(later.get(0).attributes().get("gnomon.held_back")).isEqualTo(4L);
    assertThat(log.lines().get(2)).contains("(4 more held back)");
    assertThat(counted()).isEqualTo(8);
  }

  @Test
  void aFailureCountsToo() {
    slow(query(1), "57014");
    Event event = events.drain(1).get(0);
    assertThat(event.body()).contains("failed after 123 ms");
    assertThat(event.attributes().get("error.type")).isEqualTo("57014");
    assertThat(event.attributes().get("db.response.status_code")).isEqualTo("57014");
  }

  @Test
  void aBatchIsToldWithItsSize() {
    Execution batch = new Execution().of(query(1), 0, SLOW_NANOS).batch(50);
    queries.executed(ThreadState.current(), batch);
    assertThat(events.drain(1).get(0).attributes().get("db.operation.batch.size")).isEqualTo(50L);
  }

  @Test
  void offMeansNever() {
    Queries never = new Queries(clock, metrics, detector(Long.MAX_VALUE), EveryExecution.NOBODY);
    Query query = never.query(database, new QueryShape(1, "SELECT ?", "SELECT"));
    never.executed(ThreadState.current(), new Execution().of(query, 0, Long.MAX_VALUE));
    assertThat(events.drain(1)).isEmpty();
  }

  @Test
  void theCounterIsExactUnderConcurrency() throws Exception {
    Query query = query(1);
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < 4; t++) {
      Thread thread =
          new Thread(
              () -> {
                for (int i = 0; i < 10_000; i++) {
                  slow(query, null);
                }
              });
      threads.add(thread);
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(counted()).isEqualTo(40_000);
    assertThat(events.drain(10)).hasSize(1);
    clock.advance(INTERVAL_NANOS);
    slow(query, null);
    assertThat(events.drain(1).get(0).attributes().get("gnomon.held_back")).isEqualTo(39_999L);
  }
}
