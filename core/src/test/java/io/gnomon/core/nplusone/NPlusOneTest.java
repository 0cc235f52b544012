package io.gnomon.core.nplusone;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.shop.Orders;
import io.gnomon.core.Allocation;
import io.gnomon.core.attributes.AttributeSet;
import io.gnomon.core.clock.Clock;
import io.gnomon.core.clock.ManualClock;
import io.gnomon.core.events.Event;
import io.gnomon.core.events.EventQueue;
import io.gnomon.core.findings.CallerStack;
import io.gnomon.core.log.RecordingLog;
import io.gnomon.core.metrics.Metrics;
import io.gnomon.core.metrics.NumberPoint;
import io.gnomon.core.metrics.Points;
import io.gnomon.core.query.Database;
import io.gnomon.core.query.EveryExecution;
import io.gnomon.core.query.Execution;
import io.gnomon.core.query.Queries;
import io.gnomon.core.query.Query;
import io.gnomon.core.query.QueryShape;
import io.gnomon.core.query.SlowExecutions;
import io.gnomon.core.request.RequestRecord;
import io.gnomon.core.request.Requests;
import io.gnomon.core.request.ThreadState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NPlusOneTest {

  private static final int COUNT = 5;
  private static final long MILLI = 1_000_000;
  private static final long MIN_NANOS = 50 * MILLI;
  private static final long INTERVAL_NANOS = 10_000 * MILLI;

  private final ManualClock clock = new ManualClock();
  private final Metrics metrics = new Metrics(clock);
  private final EventQueue events = new EventQueue();
  private final RecordingLog log = new RecordingLog();
  private final NPlusOne nPlusOne = detector(MIN_NANOS);
  private final Queries queries = new Queries(clock, metrics, new NeverSlow(), nPlusOne.listener());
  private final Requests requests = new Requests(clock, metrics, nPlusOne);
  private final ThreadState thread = ThreadState.current();
  private final Execution execution = new Execution();
  private final Database database = new Database("h2database", "shop", "db1", 9092);
  private final QueryRuns unit = new QueryRuns();

  private final Query orders = query(1, "SELECT id FROM orders", "SELECT orders");
  private final Query items = query(2, "SELECT * FROM item WHERE id = ?", "SELECT item");
  private final Query taxes = query(3, "SELECT * FROM tax WHERE id = ?", "SELECT tax");

  @AfterEach
  void leaveTheRequest() {
    thread.request(null);
    thread.unit(null);
  }

  private NPlusOne detector(long minNanos) {
    return new NPlusOne(
        COUNT, minNanos, INTERVAL_NANOS, CallerStack.DEFAULT_EXCLUDES, clock, metrics, events, log);
  }

  private Query query(long fingerprint, String text, String summary) {
    return queries.query(database, new QueryShape(fingerprint, text, summary));
  }

  private void run(Query query, int times) {
    run(query, times, 10 * MILLI);
  }

  private void run(Query query, int times, long elapsedNanos) {
    for (int i = 0; i < times; i++) {
      execution.of(query, clock.nanoTime(), elapsedNanos).runs(unit);
      clock.advance(elapsedNanos);
      queries.executed(thread, execution);
    }
  }

  private RequestRecord begin() {
    RequestRecord record = requests.start("GET", "http");
    thread.request(record);
    return record;
  }

  private void end(RequestRecord record) {
    thread.request(null);
    requests.end(record, record.generation(), 200, null);
  }

  private List<String> inRequest(Runnable work) {
    RequestRecord record = begin();
    work.run();
    end(record);
    return told();
  }

  private List<String> told() {
    List<String> bodies = new ArrayList<>();
    for (Event event : events.drain(100)) {
      bodies.add(event.body());
    }
    return bodies;
  }

  private double counted() {
    return Points.numbers(metrics.collect(), "gnomon.db.n_plus_one").stream()
        .mapToDouble(NumberPoint::value)
        .sum();
  }

  @Test
  void theEventSaysWhatRanHowOftenAfterWhatAndForWhom() {
    RequestRecord record = begin();
    run(orders, 1);
    Orders.find(() -> run(items, 5));
    run(items, 2);
    record.route("/orders", RequestRecord.RouteSource.SERVLET);
    assertThat(told()).isEmpty();
    end(record);

    Event event = events.drain(10).get(0);

    assertThat(event.name()).isEqualTo("gnomon.db.n_plus_one");
    assertThat(event.epochNanos()).isEqualTo(clock.epochNanos());
    assertThat(event.body())
        .isEqualTo("N+1: SELECT item on h2database shop ran 7 times in 70 ms after SELECT orders");
    AttributeSet attributes = event.attributes();
    assertThat(attributes.get("db.query.text")).isEqualTo("SELECT * FROM item WHERE id = ?");
    assertThat(attributes.get("db.query.summary")).isEqualTo("SELECT item");
    assertThat(attributes.get("gnomon.db.query.fingerprint")).isEqualTo("0000000000000002");
    assertThat(attributes.get("gnomon.db.n_plus_one.count")).isEqualTo(7L);
    assertThat(attributes.get("gnomon.db.n_plus_one.duration_ms")).isEqualTo(70L);
    assertThat(attributes.get("gnomon.db.n_plus_one.parent.text"))
        .isEqualTo("SELECT id FROM orders");
    assertThat(attributes.get("gnomon.db.n_plus_one.parent.summary")).isEqualTo("SELECT orders");
    assertThat(attributes.get("gnomon.db.n_plus_one.parent.fingerprint"))
        .isEqualTo("0000000000000001");
    assertThat(attributes.get("db.system.name")).isEqualTo("h2database");
    assertThat(attributes.get("db.namespace")).isEqualTo("shop");
    assertThat(attributes.get("server.address")).isEqualTo("db1");
    assertThat(attributes.get("server.port")).isEqualTo(9092L);
    assertThat(attributes.get("http.route")).isEqualTo("/orders");
    assertThat(attributes.get("thread.name")).isEqualTo(Thread.currentThread().getName());
    assertThat(attributes.get("thread.id")).isEqualTo(Thread.currentThread().getId());
    assertThat(attributes.get("gnomon.held_back")).isEqualTo(0L);
    assertThat((String) attributes.get("code.stacktrace"))
        .startsWith("com.example.shop.Orders.find(Orders.java:10)")
        .doesNotContain("io.gnomon", "java.");
  }

  @Test
  void theLogLineNamesQueryRouteAndCaller() {
    RequestRecord record = begin();
    record.route("/orders", RequestRecord.RouteSource.SERVLET);
    run(orders, 1);
    Orders.find(() -> run(items, 5));
    end(record);
    assertThat(log.lines())
        .containsExactly(
            "N+1: SELECT item on h2database shop ran 5 times in 50 ms after SELECT orders, in"
                + " /orders, at com.example.shop.Orders.find(Orders.java:10): SELECT * FROM item"
                + " WHERE id = ?");
  }

  @Test
  void theCounterHasTheOperationsAttributes() {
    inRequest(
        () -> {
          run(orders, 1);
          run(items, 50);
        });
    AttributeSet operation =
        AttributeSet.builder()
            .put("db.system.name", "h2database")
            .put("db.namespace", "shop")
            .put("server.address", "db1")
            .put("server.port", 9092)
            .put("db.query.summary", "SELECT item")
            .build();
    assertThat(Points.number(metrics.collect(), "gnomon.db.n_plus_one", operation)).isEqualTo(1);
  }

  @Test
  void bothThresholdsHaveToBeReached() {
    assertThat(
            inRequest(
                () -> {
                  run(orders, 1);
                  run(items, COUNT - 1, 100 * MILLI);
                }))
        .isEmpty();
    assertThat(
            inRequest(
                () -> {
                  run(orders, 1);
                  run(items, 49, MILLI);
                }))
        .isEmpty();
    assertThat(
            inRequest(
                () -> {
                  run(orders, 1);
                  run(items, 50, MILLI);
                }))
        .hasSize(1);
  }

  @Test
  void interleavedQueriesAreEachFoundAfterTheOneThatDoesNotRunAlong() {
    assertThat(
            inRequest(
                () -> {
                  run(orders, 1);
                  for (int i = 0; i < 20; i++) {
                    run(items, 1);
                    run(taxes, 1);
                  }
                }))
        .containsExactly(
            "N+1: SELECT item on h2database shop ran 20 times in 200 ms after SELECT orders",
            "N+1: SELECT tax on h2database shop ran 20 times in 200 ms after SELECT orders");
  }

  @Test
  void nestedLoopsAreEachFoundAfterTheQueryThatDrivesThem() {
    assertThat(
            inRequest(
                () -> {
                  run(orders, 1);
                  for (int i = 0; i < 5; i++) {
                    run(items, 1);
                    run(taxes, 5);
                  }
                }))
        .containsExactly(
            "N+1: SELECT item on h2database shop ran 5 times in 50 ms after SELECT orders",
            "N+1: SELECT tax on h2database shop ran 25 times in 250 ms after SELECT item");
  }

  @Test
  void queriesThatOnlyTakeTurnsAreNotFlagged() {
    assertThat(
            inRequest(
                () -> {
                  for (int i = 0; i < 20; i++) {
                    run(items, 1);
                    run(taxes, 1);
                  }
                  run(items, 1);
                }))
        .isEmpty();
  }

  @Test
  void aQueryWithNoneBeforeItIsNotFlagged() {
    assertThat(inRequest(() -> run(items, 100))).isEmpty();
  }

  @Test
  void aQueryThatRanOnceBeforeItsLoopIsCountedFromTheLoopOn() {
    assertThat(
            inRequest(
                () -> {
                  run(items, 1);
                  run(orders, 1);
                  run(items, COUNT);
                }))
        .containsExactly(
            "N+1: SELECT item on h2database shop ran 5 times in 50 ms after SELECT orders");
    assertThat(
            inRequest(
                () -> {
                  run(items, 1);
                  run(orders, 1);
                  run(items, COUNT - 1);
                }))
        .isEmpty();
  }

  @Test
  void distinctShapesAreNotFlagged() {
    assertThat(
            inRequest(
                () -> {
                  run(orders, 1);
                  for (int i = 0; i < 40; i++) {
                    run(query(100 + i, "SELECT c" + i + " FROM item", "SELECT item"), 2);
                  }
                }))
        .isEmpty();
  }

  @Test
  void batchesAreNotCountedButMayComeBefore() {
    Query batch = queries.batchOf(items);
    assertThat(
            inRequest(
                () -> {
                  run(orders, 1);
                  for (int i = 0; i < 20; i++) {
                    queries.executed(thread, execution.of(batch, 0, 10 * MILLI).batch(50));
                  }
                }))
        .isEmpty();
    assertThat(
            inRequest(
                () -> {
                  queries.executed(thread, execution.of(batch, 0, 10 * MILLI).batch(50));
                  run(taxes, 5);
                }))
        .containsExactly(
            "N+1: SELECT tax on h2database shop ran 5 times in 50 ms after BATCH SELECT item");
  }

  @Test
  void whatPoolsAndFrameworksPutBetweenIsNotLookedAt() {
    Query test = query(20, "SELECT ?", "SELECT");
    assertThat(
            inRequest(
                () -> {
                  run(test, 1);
                  run(items, 20);
                }))
        .isEmpty();
    assertThat(
            inRequest(
                () -> {
                  run(test, 1);
                  run(orders, 1);
                  for (int i = 0; i < 5; i++) {
                    run(test, 1);
                    run(taxes, 1);
                  }
                }))
        .containsExactly(
            "N+1: SELECT tax on h2database shop ran 5 times in 50 ms after SELECT orders");
  }

  @Test
  void insideARequestNoPauseCounts() {
    assertThat(
            inRequest(
                () -> {
                  run(orders, 1);
                  for (int i = 0; i < 5; i++) {
                    clock.advance(10 * NPlusOne.MAX_PAUSE_NANOS);
                    run(items, 1);
                  }
                }))
        .hasSize(1);
  }

  @Test
  void outsideRequestsAUnitOfWorkIsAScope() {
    run(orders, 1);
    Orders.find(() -> run(items, 6));
    nPlusOne.ended(unit);
    assertThat(log.lines())
        .containsExactly(
            "N+1: SELECT item on h2database shop ran 6 times in 60 ms after SELECT orders, at"
                + " com.example.shop.Orders.find(Orders.java:10): SELECT * FROM item WHERE id = ?");
    assertThat(unit.isEmpty()).isTrue();
  }

  @Test
  void aConnectionThatIsGivenBackEndsTheUnitOfItsThread() {
    run(orders, 1);
    for (int i = 0; i < 20; i++) {
      run(items, 1);
      nPlusOne.unitEnded(thread);
    }
    assertThat(told()).isEmpty();
    run(orders, 1);
    run(items, 5);
    nPlusOne.unitEnded(thread);
    assertThat(told()).hasSize(1);
    assertThat(unit.isEmpty()).isTrue();
    nPlusOne.unitEnded(thread);
    assertThat(told()).isEmpty();
  }

  @Test
  void aUnitThatEndedIsForgottenByItsThreadForAnotherMayUseWhatItRememberedIn() {
    run(orders, 1);
    nPlusOne.unitEnded(thread, unit);
    for (int i = 0; i < 6; i++) {
      nPlusOne.executed(unit, execution.of(i == 0 ? orders : items, 0, 10 * MILLI), false);
    }
    nPlusOne.unitEnded(thread);
    assertThat(unit.isEmpty()).isFalse();
  }

  @Test
  void aLoopThatPollsIsNotFlagged() {
    for (int i = 0; i < 50; i++) {
      run(orders, 1);
      run(items, 1, 20 * MILLI);
      clock.advance(NPlusOne.MAX_PAUSE_NANOS + 1);
    }
    for (int i = 0; i < 50; i++) {
      run(taxes, 1);
      clock.advance(NPlusOne.MAX_PAUSE_NANOS - 1);
    }
    nPlusOne.ended(unit);
    assertThat(told()).isEmpty();
  }

  @Test
  void whatWasFoundIsToldAfterAPauseAlsoIfTheUnitNeverEnds() {
    run(orders, 1);
    run(items, 5);
    clock.advance(NPlusOne.MAX_PAUSE_NANOS + 1);
    run(orders, 1);
    assertThat(told())
        .containsExactly(
            "N+1: SELECT item on h2database shop ran 5 times in 50 ms after SELECT orders");
  }

  @Test
  void aTurnWithoutAPauseIsToldFromTimeToTime() {
    run(orders, 1);
    for (int i = 0; i < 2; i++) {
      run(items, (int) (NPlusOne.MAX_TURN_NANOS / (20 * MILLI)), 20 * MILLI);
      clock.advance(1);
      run(items, 1, 20 * MILLI);
      assertThat(told()).hasSize(1);
    }
    assertThat(counted()).isEqualTo(2);
  }

  @Test
  void withoutRequestAndUnitNothingIsRemembered() {
    for (int i = 0; i < 20; i++) {
      queries.executed(thread, execution.of(i == 0 ? orders : items, 0, 10 * MILLI));
    }
    assertThat(counted()).isZero();
    assertThat(unit.isEmpty()).isTrue();
  }

  @Test
  void aRequestsQueriesAreNotThoseOfTheUnit() {
    inRequest(() -> run(orders, 1));
    assertThat(unit.isEmpty()).isTrue();
  }

  @Test
  void aScopeRemembersNothingOfTheOneBefore() {
    inRequest(() -> run(orders, 1));
    assertThat(inRequest(() -> run(items, 20))).isEmpty();
  }

  @Test
  void oneIsToldPerFingerprintAndIntervalAndEachIsCounted() {
    for (int i = 0; i < 3; i++) {
      RequestRecord record = begin();
      run(orders, 1);
      run(items, 5);
      end(record);
    }
    assertThat(told()).hasSize(1);
    clock.advance(INTERVAL_NANOS);
    RequestRecord record = begin();
    run(orders, 1);
    run(items, 5);
    end(record);
    assertThat(events.drain(1).get(0).attributes().get("gnomon.held_back")).isEqualTo(2L);
    assertThat(log.lines().get(1)).contains("(2 more held back)");
    assertThat(counted()).isEqualTo(4);
  }

  @Test
  void aTurnIsOverBeforeTheStackIsWalked() {
    List<Integer> turns = new ArrayList<>();
    Clock asking =
        new Clock() {
          @Override
          public long nanoTime() {
            RequestRecord record = thread.request();
            if (record != null) {
              int turn = record.enter(thread.generation());
              turns.add(turn);
              record.leave(turn);
            }
            return clock.nanoTime();
          }

          @Override
          public long epochNanos() {
            return clock.epochNanos();
          }
        };
    NPlusOne detector =
        new NPlusOne(COUNT, MIN_NANOS, INTERVAL_NANOS, List.of(), asking, metrics, events, log);
    Queries telling = new Queries(clock, metrics, new NeverSlow(), detector.listener());
    RequestRecord record = new Requests(clock, metrics, detector).start("GET", "http");
    thread.request(record);
    for (int i = 0; i < 6; i++) {
      telling.executed(thread, execution.of(i == 0 ? orders : items, 0, 10 * MILLI));
    }
    assertThat(turns).as("asked for the time between turns").isNotEmpty().doesNotContain(0);
    detector.ended(record);
    assertThat(told()).hasSize(1);
  }

  @Test
  void whatIsFoundByATaskThatOutlivesItsRequestIsCountedAndReachesNoOther() {
    RequestRecord record = begin();
    run(orders, 1);
    run(items, 4);
    assertThat(nPlusOne.executed(thread, execution.of(items, 0, 10 * MILLI))).isTrue();
    requests.end(record, record.generation(), 200, null);
    assertThat(requests.start("GET", "http")).isSameAs(record);
    nPlusOne.followUp(thread, execution);
    assertThat(counted()).isEqualTo(1);
    assertThat(record.runs().hasNPlusOne()).isFalse();
    assertThat(requests.lateWrites()).isEqualTo(1);
  }

  @Test
  void whatIsPastTheBoundIsCounted() {
    inRequest(
        () -> {
          for (int i = 0; i < QueryRuns.MAX_QUERIES + 3; i++) {
            run(query(100 + i, "SELECT c" + i + " FROM item", "SELECT item"), 2);
          }
        });
    assertThat(nPlusOne.queriesNotKept()).isEqualTo(6);
  }

  @Test
  void aUnitFullOfOldQueriesForgetsThemWithTheTurn() {
    for (int i = 0; i < QueryRuns.MAX_QUERIES + 1; i++) {
      run(query(100 + i, "SELECT c" + i + " FROM tax", "SELECT tax"), 1);
    }
    for (long nanos = 0; nanos < NPlusOne.MAX_TURN_NANOS; nanos += 20 * MILLI) {
      run(query(100, "SELECT c0 FROM tax", "SELECT tax"), 1, 20 * MILLI);
    }
    told();
    run(orders, 1);
    run(items, 5);
    nPlusOne.ended(unit);
    assertThat(told())
        .containsExactly(
            "N+1: SELECT item on h2database shop ran 5 times in 50 ms after SELECT orders");
  }

  @Test
  void offMeansNobodyIsTold() {
    assertThat(detector(Long.MAX_VALUE).listener()).isSameAs(EveryExecution.NOBODY);
    assertThat(nPlusOne.listener()).isSameAs(nPlusOne);
  }

  @Test
  void executingDoesNotAllocateUnlessSomethingIsFound() {
    List<Query> all = new ArrayList<>();
    for (int i = 0; i < QueryRuns.MAX_QUERIES; i++) {
      all.add(query(100 + i, "SELECT c" + i + " FROM tax", "SELECT tax"));
    }
    Runnable oneRequest =
        () -> {
          RequestRecord record = begin();
          for (int i = 0; i < all.size(); i++) {
            nPlusOne.executed(thread, execution.of(all.get(i), 0, 1));
            nPlusOne.executed(thread, execution.of(items, 0, 1));
          }
          end(record);
        };
    assertThat(Allocation.bytesOf(1_000, oneRequest)).isZero();
  }

  @Test
  void anExecutionThatOutlivedItsScopeNeverThrows() throws Exception {
    QueryRuns shared = new QueryRuns();
    List<Query> all = new ArrayList<>();
    for (int i = 0; i < 2 * QueryRuns.MAX_QUERIES; i++) {
      all.add(query(100 + i, "SELECT c" + i + " FROM tax", "SELECT tax"));
    }
    List<Throwable> thrown = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < 4; t++) {
      int seed = t;
      Thread stray = new Thread(() -> strayWrites(shared, all, seed));
      stray.setUncaughtExceptionHandler(
          (dead, failure) -> {
            synchronized (thrown) {
              thrown.add(failure);
            }
          });
      threads.add(stray);
      stray.start();
    }
    for (Thread stray : threads) {
      stray.join();
    }
    assertThat(thrown).isEmpty();

    shared.clear();
    told();
    clock.advance(INTERVAL_NANOS);
    for (int i = 0; i < 6; i++) {
      ran(shared, execution.of(i == 0 ? orders : items, 0, 10 * MILLI), true);
    }
    nPlusOne.ended(shared);
    assertThat(told())
        .contains("N+1: SELECT item on h2database shop ran 5 times in 50 ms after SELECT orders");
  }

  private void ran(QueryRuns runs, Execution ended, boolean insideRequest) {
    if (nPlusOne.executed(runs, ended.runs(runs), insideRequest)) {
      nPlusOne.followUp(ThreadState.current(), ended);
    }
  }

  private void strayWrites(QueryRuns shared, List<Query> all, int seed) {
    Execution own = new Execution();
    int random = seed;
    for (int i = 0; i < 100_000; i++) {
      random = random * 1_103_515_245 + 12_345;
      int index = (random >>> 16) % all.size();
      ran(shared, own.of(all.get(index), 0, 10 * MILLI), index % 2 == 0);
      if (i % 100 == 0) {
        nPlusOne.ended(shared);
      }
    }
  }

  private static final class NeverSlow implements SlowExecutions {

    @Override
    public long thresholdNanos() {
      return Long.MAX_VALUE;
    }

    @Override
    public void slow(ThreadState thread, Execution slow) {}
  }
}
