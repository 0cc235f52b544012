package io.gnomon.core.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gnomon.core.clock.ManualClock;
import io.gnomon.core.metrics.Metrics;
import io.gnomon.core.query.Database;
import io.gnomon.core.query.EveryExecution;
import io.gnomon.core.query.Execution;
import io.gnomon.core.query.Queries;
import io.gnomon.core.query.Query;
import io.gnomon.core.query.QueryShape;
import io.gnomon.core.query.SlowExecutions;
import io.gnomon.core.request.RequestRecord.RouteSource;
import io.gnomon.core.spans.SpanList;
import io.gnomon.core.spans.SpanRoom;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Tasks write to their request while others do, and while it ends. */
class TurnsTest {

  private static final int TASKS = 4;
  private static final int ROUNDS = 5_000;
  private static final int QUERIES = 40;

  private final Metrics metrics = new Metrics(new ManualClock());
  private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
  private final AtomicLong counted = new AtomicLong();
  private final AtomicLong kept = new AtomicLong();
  private final SpanRoom room = SpanRoom.of(SpanRoom.DEFAULT_SPANS);
  private final Requests requests = new Requests(new ManualClock(), metrics, room, this::ended);
  private final Queries queries =
      new Queries(new ManualClock(), metrics, new NeverSlow(), EveryExecution.NOBODY);
  private final Query[] byRound = {query(0), query(1)};

  /** Which of the two queries the request that runs now has; read by who ends it. */
  private int round;

  private Query query(long fingerprint) {
    Database database = new Database("postgresql", "shop", "db1", 0);
    return queries.query(database, new QueryShape(fingerprint, "SELECT ?", "SELECT"));
  }

  private void ended(RequestRecord record) {
    counted.addAndGet(record.queries());
    kept.addAndGet(record.spans().size());
    if (record.queryNanos() != record.queries() * 7L) {
      wrong.add("nanos " + record.queryNanos() + " of " + record.queries());
    }
    if (record.queries() != record.spans().size()) {
      wrong.add(record.queries() + " queries, " + record.spans().size() + " spans");
    }
    for (int i = 0; i < record.spans().size(); i++) {
      if (round < 0 || record.spans().subject(i) != byRound[round & 1]) {
        wrong.add("a query of another request in round " + round);
      }
    }
  }

  @Test
  void everyQueryCountsInItsRequestOrIsLateAndNeverInTheNext() throws Exception {
    CyclicBarrier begin = new CyclicBarrier(TASKS + 1);
    CyclicBarrier done = new CyclicBarrier(TASKS + 1);
    RequestRecord[] current = new RequestRecord[1];
    int[] generation = new int[1];
    AtomicLong dropped = new AtomicLong();
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < TASKS; t++) {
      Thread thread =
          new Thread(
              () -> {
                try {
                  for (int i = 0; i < ROUNDS; i++) {
                    begin.await();
                    task(current[0], generation[0], byRound[i & 1], dropped);
                    done.await();
                  }
                } catch (Throwable failure) {
                  wrong.add(failure.toString());
                }
              });
      threads.add(thread);
      thread.start();
    }
    RequestRecord before = null;
    for (int i = 0; i < ROUNDS; i++) {
      RequestRecord record = requests.start("GET", "http");
      before = before == null ? record : before;
      assertThat(record).as("the same one again, or nothing is shown").isSameAs(before);
      current[0] = record;
      generation[0] = record.generation();
      round = i;
      begin.await();
      for (int spin = 0; spin < i % 400; spin++) {
        record.route("/" + spin, RouteSource.SERVLET);
      }
      requests.end(record, generation[0], 200, null);
      RequestRecord next = requests.start("GET", "http");
      assertThat(next).isSameAs(record);
      round = -1; // A query in this one is of no request that runs.
      done.await();
      requests.end(next, next.generation(), 200, null);
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(wrong).isEmpty();
    assertThat(counted.get() + dropped.get()).isEqualTo((long) TASKS * ROUNDS * QUERIES);
    assertThat(counted.get()).as("some came in time").isPositive();
    assertThat(dropped.get()).as("some were late").isPositive();
    assertThat(requests.lateWrites()).isEqualTo(dropped.get());
    assertThat(room.chunksInUse()).isZero();
  }

  /** As a task does it: with the use of the record that it belongs to, which it may outlive. */
  private void task(RequestRecord record, int generation, Query query, AtomicLong dropped) {
    for (int i = 0; i < QUERIES; i++) {
      int turn = record.enter(generation);
      if (turn == 0) {
        dropped.incrementAndGet();
      } else {
        record.add(new Execution().of(query, 0, 7), SpanList.ROOT, false);
        record.leave(turn);
      }
    }
  }

  @Test
  void aTurnEndsWhateverHappensInIt() {
    RequestRecord record = requests.start("GET", "http");
    assertThatThrownBy(() -> record.route("/a", null)).isInstanceOf(NullPointerException.class);
    int turn = record.enter(record.generation());
    assertThat(turn).isNotZero();
    record.leave(turn);
    requests.end(record, record.generation(), 200, null);
  }

  @Test
  void oneOfManyEndsTheRequest() throws Exception {
    AtomicLong ends = new AtomicLong();
    Requests counting = new Requests(new ManualClock(), metrics, ended -> ends.incrementAndGet());
    CyclicBarrier begin = new CyclicBarrier(TASKS);
    RequestRecord[] current = {counting.start("GET", "http")};
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < TASKS; t++) {
      boolean first = t == 0;
      Thread thread =
          new Thread(
              () -> {
                try {
                  for (int i = 0; i < ROUNDS; i++) {
                    begin.await();
                    RequestRecord record = current[0];
                    int generation = record.generation() | 1;
                    begin.await();
                    counting.end(record, generation, 200, null);
                    begin.await();
                    if (first) {
                      current[0] = counting.start("GET", "http");
                    }
                  }
                } catch (Throwable failure) {
                  wrong.add(failure.toString());
                }
              });
      threads.add(thread);
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(wrong).isEmpty();
    assertThat(ends.get()).isEqualTo(ROUNDS);
    assertThat(counting.lateWrites()).isEqualTo((long) (TASKS - 1) * ROUNDS);
  }

  @Test
  void whoWaitsForATurnThatNeverEndsGivesUp() {
    RequestRecord record = requests.start("GET", "http");
    int generation = record.generation();
    assertThat(record.enter(generation)).isNotZero();
    assertThat(record.enter(generation)).as("nobody hangs in an application").isZero();
    assertThat(requests.lateWrites()).isEqualTo(1);
  }

  @Test
  void aRecordThatServesNobodyGivesNoTurn() {
    RequestRecord record = requests.start("GET", "http");
    requests.end(record, record.generation(), 200, null);
    assertThat(record.enter(record.generation())).isZero();
    record.route("/late", RouteSource.SERVLET);
    record.failed(new IllegalStateException());
    assertThat(record.route()).isNull();
    assertThat(record.error()).isNull();
    assertThat(requests.lateWrites()).isEqualTo(3);
  }

  private static final class NeverSlow implements SlowExecutions {

    @Override
    public long thresholdNanos() {
      return Long.MAX_VALUE;
    }

    @Override
    public void slow(ThreadState thread, Execution execution) {}
  }
}
