package io.gnomon.core.budgets;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.core.Allocation;
import io.gnomon.core.Core;
import io.gnomon.core.CoreSettings;
import io.gnomon.core.attributes.AttributeSet;
import io.gnomon.core.clock.ManualClock;
import io.gnomon.core.events.Event;
import io.gnomon.core.log.RecordingLog;
import io.gnomon.core.metrics.NumberPoint;
import io.gnomon.core.metrics.Points;
import io.gnomon.core.query.Database;
import io.gnomon.core.query.Execution;
import io.gnomon.core.query.Query;
import io.gnomon.core.query.QueryShape;
import io.gnomon.core.request.RequestRecord;
import io.gnomon.core.request.RequestRecord.RouteSource;
import io.gnomon.core.request.ThreadState;
import io.gnomon.core.settings.LayeredSettings;
import io.gnomon.core.traces.TraceSettings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BudgetsTest {

  private static final long MILLI = 1_000_000L;
  private static final long SECOND = 1_000 * MILLI;
  private static final Database DATABASE = new Database("postgresql", "shop", "db1", 0);

  private final ManualClock clock = new ManualClock();
  private final RecordingLog log = new RecordingLog();
  private final Core core =
      new Core(
          clock,
          log,
          new CoreSettings(100 * MILLI, 10 * SECOND, Collections.emptyList(), 5, 50 * MILLI),
          TraceSettings.NONE);

  private Budgets budgets(String... namesAndValues) {
    Properties system = new Properties();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      system.setProperty("gnomon.budget." + namesAndValues[i], namesAndValues[i + 1]);
    }
    LayeredSettings source = new LayeredSettings(system, Map.of(), null);
    BudgetSettings settings = BudgetSettings.read(source);
    assertThat(source.problems()).isEmpty();
    return core.hold(settings);
  }

  private Budgets slowerThan100ms() {
    return budgets("a.route", "/a", "a.p99", "100ms", "a.window", "100s");
  }

  private RequestRecord start(@Nullable String route) {
    RequestRecord record = core.requests().start("GET", "http");
    if (route != null) {
      record.route(route, RouteSource.SERVLET);
    }
    return record;
  }

  private void end(RequestRecord record, int status) {
    core.requests().end(record, record.generation(), status, null);
  }

  private void requests(int count, @Nullable String route, long nanos) {
    for (int i = 0; i < count; i++) {
      RequestRecord record = start(route);
      clock.advance(nanos);
      end(record, 200);
    }
  }

  private void query(RequestRecord record, String summary, int fingerprint, long nanos) {
    Query query = core.queries().query(DATABASE, new QueryShape(fingerprint, "?", summary));
    long start = clock.nanoTime();
    clock.advance(nanos);
    ThreadState.current().request(record);
    core.queries().executed(ThreadState.current(), new Execution().of(query, start, nanos));
    ThreadState.current().request(null);
  }

  private static Verdict only(Budgets budgets) {
    assertThat(budgets.verdicts()).hasSize(1);
    return budgets.verdicts().get(0);
  }

  private List<Event> events(String name) {
    return core.events().drain(100).stream().filter(each -> each.name().equals(name)).toList();
  }

  @Test
  void overIsLongerThanTheLimitAndOnePercentIsAllowed() {
    Budgets budgets = slowerThan100ms();
    requests(99, "/a", 100 * MILLI);
    requests(1, "/a", 100 * MILLI + 1);
    requests(5, "/b", SECOND);

    Verdict verdict = only(budgets);
    assertThat(verdict.requests()).isEqualTo(100);
    assertThat(verdict.over()).isEqualTo(1);
    assertThat(verdict.allowedShare()).isEqualTo(0.01);
    assertThat(verdict.burn()).isEqualTo(1.0);
    assertThat(verdict.breached()).isFalse();
    assertThat(verdict.limit()).isEqualTo("100ms");
    assertThat(verdict.windowNanos()).isEqualTo(100 * SECOND);
    assertThat(log.lines()).isEmpty();

    requests(1, "/a", 101 * MILLI);
    assertThat(only(budgets).breached()).isTrue();
    assertThat(only(budgets).breaches()).isEqualTo(1);
    assertThat(only(budgets).burn()).isCloseTo(2 / 1.01, Offset.offset(1e-9));
  }

  @Test
  void aFailureIsAnExceptionOrAStatusFrom500() {
    Budgets budgets = budgets("a.route", "/a", "a.error-rate", "25%");
    end(start("/a"), 200);
    end(start("/a"), 404);
    end(start("/a"), 503);
    RequestRecord thrown = start("/a");
    thrown.failed(new IllegalStateException());
    end(thrown, 200);

    assertThat(only(budgets).over()).isEqualTo(2);
    assertThat(only(budgets).burn()).isEqualTo(2);
    assertThat(only(budgets).breached()).isTrue();
  }

  @Test
  void queriesAndTheirTimeAreJudgedPerRequest() {
    Budgets budgets = budgets("a.route", "/**", "a.queries", "2", "a.query-time", "30ms");
    RequestRecord many = start("/a");
    for (int i = 0; i < 3; i++) {
      query(many, "SELECT x", 1, MILLI);
    }
    end(many, 200);
    RequestRecord longOne = start("/a");
    query(longOne, "SELECT x", 1, 31 * MILLI);
    query(longOne, "SELECT x", 1, MILLI);
    end(longOne, 200);

    List<Verdict> verdicts = budgets.verdicts();
    assertThat(verdicts)
        .extracting(Verdict::objective)
        .containsExactly(Objective.QUERIES, Objective.QUERY_TIME);
    assertThat(verdicts).extracting(Verdict::over).containsExactly(1L, 1L);
    assertThat(verdicts.get(0).worst()).extracting(WorstRequest::queries).isEqualTo(3);
    assertThat(verdicts.get(1).worst()).extracting(WorstRequest::queryNanos).isEqualTo(32 * MILLI);
  }

  @Test
  void requestsLeaveTheWindowAfterItAndBeforeOneSliceMore() {
    Budgets budgets = slowerThan100ms();
    requests(3, "/a", 200 * MILLI);
    assertThat(only(budgets).requests()).isEqualTo(3);
    for (int second = 1; second <= 99; second++) {
      clock.advance(SECOND);
      assertThat(only(budgets).requests()).as("after %s s", second).isEqualTo(3);
    }
    clock.advance(11 * SECOND);

    Verdict verdict = only(budgets);
    assertThat(verdict.requests()).isZero();
    assertThat(verdict.over()).isZero();
    assertThat(verdict.burn()).isZero();
    assertThat(verdict.runRequests()).isEqualTo(3);
    assertThat(verdict.runOver()).isEqualTo(3);
    assertThat(verdict.worst()).isNotNull();
  }

  @Test
  void whatAStalledJudgeSeesLateCountsAsSeen() {
    Budgets budgets = slowerThan100ms();
    requests(7, "/a", MILLI);
    clock.advance(1_000 * SECOND);
    assertThat(only(budgets).requests()).isEqualTo(7);
    clock.advance(111 * SECOND);
    assertThat(only(budgets).requests()).isZero();
  }

  @Test
  void aWindowHasTenSlicesAtLeastAndSixtyAtMost() {
    assertThat(new SlidingWindow(10 * SECOND, 0).sliceNanos()).isEqualTo(SECOND);
    assertThat(new SlidingWindow(300 * SECOND, 0).sliceNanos()).isEqualTo(30 * SECOND);
    assertThat(new SlidingWindow(1_800 * SECOND, 0).sliceNanos()).isEqualTo(60 * SECOND);
    assertThat(new SlidingWindow(86_400 * SECOND, 0).sliceNanos()).isEqualTo(1_440 * SECOND);
  }

  @Test
  void aBudgetThatBreaksIsToldOnceAndOnceMoreWhenItHasRecovered() {
    Budgets budgets = slowerThan100ms();
    Runnable round = budgets.round();
    requests(1, "/a", 250 * MILLI);
    round.run();
    assertThat(log.lines()).as("judged after a second").isEmpty();
    clock.advance(SECOND);
    round.run();
    clock.advance(SECOND);
    round.run();

    assertThat(log.lines())
        .containsExactly(
            "budget a is broken: /a p99=100ms, 1 of 1 over it, burn 100.0;"
                + " worst: GET 200 in 250 ms, 0 queries in 0 ms, at 2023-11-14T22:13:20Z");
    assertThat(events("gnomon.budget.broken"))
        .singleElement()
        .extracting(Event::attributes)
        .isEqualTo(
            AttributeSet.builder()
                .put("gnomon.budget.name", "a")
                .put("gnomon.budget.objective", "p99")
                .put("gnomon.budget.limit", "100ms")
                .put("gnomon.budget.window_ms", 100_000)
                .put("gnomon.budget.requests", 1)
                .put("gnomon.budget.over", 1)
                .putDouble("gnomon.budget.burn", 100)
                .put("http.route", "/a")
                .put("gnomon.budget.worst.method", "GET")
                .put("gnomon.budget.worst.status_code", 200)
                .put("gnomon.budget.worst.start", "2023-11-14T22:13:20Z")
                .put("gnomon.budget.worst.duration_ms", 250)
                .put("gnomon.budget.worst.queries", 0)
                .put("gnomon.budget.worst.query_time_ms", 0)
                .build());

    requests(99, "/a", MILLI);
    clock.advance(SECOND);
    round.run();
    assertThat(only(budgets).breached()).as("within for less than a slice").isTrue();
    clock.advance(10 * SECOND);
    round.run();

    assertThat(log.lines().subList(1, log.lines().size()))
        .containsExactly("budget a has recovered: /a p99=100ms, 1 of 100 over it, burn 1.0");
    assertThat(events("gnomon.budget.recovered")).hasSize(1);
    assertThat(only(budgets).breached()).isFalse();
    assertThat(only(budgets).breaches()).isEqualTo(1);
  }

  @Test
  void aBudgetBreaksAgainAfterItHasRecovered() {
    Budgets budgets = slowerThan100ms();
    for (int times = 1; times <= 2; times++) {
      requests(1, "/a", 250 * MILLI);
      assertThat(only(budgets).breached()).isTrue();
      assertThat(only(budgets).breaches()).isEqualTo(times);
      for (int i = 0; i < 12; i++) {
        clock.advance(10 * SECOND);
        budgets.judge();
      }
      assertThat(only(budgets).breached()).isFalse();
    }
    assertThat(events("gnomon.budget.recovered")).hasSize(2);
  }

  @Test
  void tooFewRequestsAreNotJudged() {
    Budgets budgets = budgets("a.route", "/a", "a.p99", "1ms", "a.min-requests", "10");
    requests(9, "/a", SECOND);
    assertThat(only(budgets).breached()).isFalse();
    requests(1, "/a", SECOND);
    assertThat(only(budgets).breached()).isTrue();
  }

  @Test
  void aWindowThatNeverHeldEnoughHasJudgedNothingHoweverManyTheRunHad() {
    Budgets budgets =
        budgets("a.route", "/a", "a.p99", "100ms", "a.window", "100s", "a.min-requests", "3");
    for (int i = 0; i < 4; i++) {
      requests(2, "/a", SECOND);
      budgets.judge();
      clock.advance(120 * SECOND);
      budgets.judge();
    }

    assertThat(only(budgets).runRequests()).isEqualTo(8);
    assertThat(only(budgets).judged()).isFalse();

    requests(3, "/a", MILLI);
    budgets.judge();
    clock.advance(120 * SECOND);

    assertThat(only(budgets).requests()).isZero();
    assertThat(only(budgets).judged()).as("once judged, always").isTrue();
  }

  @Test
  void theWorstRequestOfTheWindowIsToldElseTheLastKnown() {
    Budgets budgets = slowerThan100ms();
    requests(1, "/a", 300 * MILLI);
    requests(1, "/a", 200 * MILLI);
    budgets.judge();
    clock.advance(20 * SECOND);
    budgets.judge();
    requests(1, "/a", 250 * MILLI);
    assertThat(worstMillis(budgets)).isEqualTo(300);
    clock.advance(90 * SECOND);
    assertThat(worstMillis(budgets)).isEqualTo(250);
    clock.advance(500 * SECOND);
    assertThat(worstMillis(budgets)).isEqualTo(250);
  }

  private static long worstMillis(Budgets budgets) {
    WorstRequest worst = only(budgets).worst();
    assertThat(worst).isNotNull();
    return worst.elapsedNanos() / MILLI;
  }

  @Test
  void theSlowQueryOfTheWorstRequestIsTold() {
    Budgets budgets = slowerThan100ms();
    RequestRecord record = start("/a");
    query(record, "SELECT review", 0xabc, 150 * MILLI);
    query(record, "SELECT small", 0xdef, 120 * MILLI);
    end(record, 200);

    assertThat(only(budgets).worst())
        .extracting(WorstRequest::why)
        .isEqualTo("slow query: SELECT review (0000000000000abc) took 150 ms");
    assertThat(events("gnomon.budget.broken").get(0).attributes().get("gnomon.budget.worst.why"))
        .isEqualTo("slow query: SELECT review (0000000000000abc) took 150 ms");
  }

  @Test
  void theNPlusOneOfTheWorstRequestIsTold() {
    Budgets budgets = budgets("a.route", "/a", "a.queries", "5", "a.error-rate", "1%");
    RequestRecord record = start("/a");
    query(record, "SELECT orders", 1, 150 * MILLI);
    for (int i = 0; i < 6; i++) {
      query(record, "SELECT item", 2, 10 * MILLI);
    }
    end(record, 500);

    List<Verdict> verdicts = budgets.verdicts();
    assertThat(verdicts.get(0).objective()).isEqualTo(Objective.ERROR_RATE);
    assertThat(verdicts.get(0).worst()).extracting(WorstRequest::errorType).isEqualTo("500");
    assertThat(verdicts.get(0).worst()).extracting(WorstRequest::why).isNull();
    assertThat(verdicts.get(1).worst())
        .extracting(WorstRequest::why)
        .isEqualTo("N+1: SELECT item ran 6 times in 60 ms after SELECT orders");
    assertThat(log.lines().get(log.lines().size() - 1))
        .endsWith("; N+1: SELECT item ran 6 times in 60 ms after SELECT orders");

    end(start("/a"), 500);
    assertThat(record.slowQuery()).isNull();
    assertThat(record.slowQueryNanos()).isZero();
  }

  @Test
  void verdictsAreMetrics() {
    Budgets budgets = slowerThan100ms();
    requests(199, "/a", MILLI);
    requests(1, "/a", SECOND);
    AttributeSet attributes =
        AttributeSet.builder()
            .put("gnomon.budget.name", "a")
            .put("gnomon.budget.objective", "p99")
            .put("http.route", "/a")
            .build();

    assertThat(Points.numbers(core.metrics().collect(), "gnomon.budget.burn"))
        .singleElement()
        .satisfies(
            point -> {
              assertThat(point.attributes()).isEqualTo(attributes);
              assertThat(point.value()).isEqualTo(0.5);
            });
    assertThat(breached()).isEqualTo(0);
    requests(2, "/a", SECOND);
    assertThat(breached()).isEqualTo(1);
    assertThat(only(budgets).breached()).isTrue();
  }

  private double breached() {
    List<NumberPoint> points = Points.numbers(core.metrics().collect(), "gnomon.budget.breached");
    assertThat(points).hasSize(1);
    return points.get(0).value();
  }

  @Test
  void withoutBudgetsNothingIsListenedToAndNothingSent() {
    Budgets budgets = budgets();
    requests(1, "/a", SECOND);
    assertThat(budgets.isEmpty()).isTrue();
    assertThat(budgets.verdicts()).isEmpty();
    assertThat(core.metrics().collect())
        .noneMatch(snapshot -> snapshot.instrument().name().contains("budget"));
  }

  @Test
  void aBudgetThatNoRequestWasHeldAgainstHasAVerdictAndNoMetric() {
    Budgets budgets = budgets("typo.route", "/chekout/**", "typo.p99", "1s", "typo.queries", "9");
    requests(1, "/checkout/{id}", SECOND);

    assertThat(budgets.verdicts())
        .extracting(Verdict::route)
        .containsExactly("/chekout/**", "/chekout/**");
    assertThat(budgets.verdicts()).extracting(Verdict::requests).containsOnly(0L);
    assertThat(Points.numbers(core.metrics().collect(), "gnomon.budget.burn")).isEmpty();
  }

  @Test
  void requestsWithoutARouteCountForTheDefaultAlone() {
    Budgets budgets = budgets("all.route", "/**", "all.p99", "1ms", "default.p99", "2ms");
    requests(4, null, SECOND);
    requests(1, "/a", SECOND);

    assertThat(budgets.verdicts())
        .extracting(verdict -> verdict.budget() + verdict.route() + verdict.requests())
        .containsExactly("all/a1", "default(none)4");
  }

  @Test
  void routesOverTheBoundCountTogetherForTheDefault() {
    Budgets budgets = budgets("default.p99", "100ms");
    for (int i = 0; i < JudgedRoutes.MAX_ROUTES + 3; i++) {
      requests(2, "/" + i, MILLI);
    }

    List<Verdict> verdicts = budgets.verdicts();
    assertThat(verdicts).hasSize(JudgedRoutes.MAX_ROUTES + 1);
    requests(1, "_OTHER", MILLI);
    assertThat(
            Points.number(
                core.metrics().collect(),
                "gnomon.agent.budget.requests_over_bound",
                AttributeSet.EMPTY))
        .isEqualTo(7);
    assertThat(only(budgets, "_OTHER").requests()).isEqualTo(7);
  }

  private static Verdict only(Budgets budgets, String route) {
    List<Verdict> ofRoute =
        budgets.verdicts().stream().filter(each -> each.route().equals(route)).toList();
    assertThat(ofRoute).hasSize(1);
    return ofRoute.get(0);
  }

  @Test
  void routesThatNoBudgetIsForTakeNoRoomOfThoseThatAreJudged() {
    Budgets budgets = slowerThan100ms();
    for (int i = 0; i < JudgedRoutes.MAX_ROUTES + 100; i++) {
      requests(1, "/other/" + i, MILLI);
    }
    requests(1, "/a", MILLI);
    assertThat(only(budgets).requests()).isEqualTo(1);
    assertThat(budgets.requestsOverBound()).isZero();
  }

  @Test
  void neverAreMoreRoutesKnownThanTheBound() {
    Budgets budgets = slowerThan100ms();
    int besidesTheOthers = JudgedRoutes.MAX_KNOWN - 1;
    for (int i = 0; i < besidesTheOthers + 10; i++) {
      requests(1, "/other/" + i, MILLI);
    }
    assertThat(budgets.requestsOverBound()).isEqualTo(10);
  }

  @Test
  void neverAreMorePairsJudgedThanAMetricHasSeries() {
    List<String> settings = new ArrayList<>();
    for (int i = 0; i < 99; i++) {
      Collections.addAll(settings, "n" + i + ".route", "/**", "n" + i + ".p99", "1ms");
    }
    Budgets budgets = budgets(settings.toArray(new String[0]));
    requests(1, "/a", MILLI);
    for (int i = 0; i < 100; i++) {
      requests(1, "/" + i, MILLI);
    }
    assertThat(budgets.verdicts()).hasSize(20 * 99);
    assertThat(budgets.requestsOverBound()).isEqualTo(101 - 20);
  }

  @Test
  void countingDoesNotAllocate() {
    budgets("a.route", "/a", "a.p99", "100ms", "a.queries", "3", "default.error-rate", "1%");
    requests(1, "/a", 200 * MILLI);
    assertThat(Allocation.bytesOf(10_000, () -> requests(1, "/a", 150 * MILLI))).isZero();
    assertThat(Allocation.bytesOf(10_000, () -> requests(1, null, MILLI))).isZero();
    assertThat(Allocation.bytesOf(10_000, () -> requests(1, "/b", MILLI))).isZero();
  }

  /** Slices turn, and are looked at, while requests end: each counts once, none twice. */
  @Test
  void everyRequestOfEveryThreadIsCountedOnce() throws Exception {
    Budgets budgets = budgets("a.route", "/a", "a.error-rate", "1%", "a.window", "10s");
    int each = 100_000;
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < 4; t++) {
      threads.add(new Thread(() -> failEveryFourth(each)));
    }
    AtomicBoolean done = new AtomicBoolean();
    List<Long> wrong = new ArrayList<>();
    Thread judge = new Thread(() -> judgeUntil(done, budgets, wrong));
    judge.start();
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    done.set(true);
    judge.join();

    Verdict verdict = only(budgets);
    assertThat(wrong).isEmpty();
    assertThat(verdict.runRequests()).isEqualTo(4L * each);
    assertThat(verdict.runOver()).isEqualTo(4L * (each / 4));
  }

  private void failEveryFourth(int count) {
    for (int i = 1; i <= count; i++) {
      end(start("/a"), i % 4 == 0 ? 500 : 200);
    }
  }

  /** More than were counted, or less than none, would show in some window. */
  private void judgeUntil(AtomicBoolean done, Budgets budgets, List<Long> wrong) {
    while (!done.get()) {
      clock.advance(SECOND / 3);
      for (Verdict verdict : budgets.verdicts()) {
        if (verdict.over() > verdict.requests() || verdict.requests() > verdict.runRequests()) {
          wrong.add(verdict.requests());
        }
      }
    }
  }

  /** What leaves the window slice by slice is all that came, also where a slice turned. */
  @Test
  void theSlicesAddUpToAllRequests() {
    SlidingWindow window = new SlidingWindow(10 * SECOND, 0);
    long sum = 0;
    long now = 0;
    long entered = 0;
    for (int step = 1; step <= 1_000; step++) {
      now += SECOND / 7;
      if (window.isDue(now)) {
        window.turn(now, null);
      }
      sum += step % 5;
      entered += step % 5;
      assertThat(window.grown(sum)).isBetween(0L, entered);
    }
    now += 5 * SECOND;
    window.turn(now, null);
    long stillInside = window.grown(sum);
    now += 5 * SECOND;
    window.turn(now, null);
    assertThat(window.grown(sum)).isBetween(0L, stillInside);
    now += SECOND;
    window.turn(now, null);
    assertThat(window.grown(sum)).isZero();
    assertThat(window.grown(sum + 9)).isEqualTo(9);
  }
}
