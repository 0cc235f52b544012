package io.gnomon.core.traces;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.core.Allocation;
import io.gnomon.core.attributes.AttributeSet;
import io.gnomon.core.clock.ManualClock;
import io.gnomon.core.events.EventQueue;
import io.gnomon.core.log.RecordingLog;
import io.gnomon.core.metrics.Metrics;
import io.gnomon.core.metrics.Points;
import io.gnomon.core.nplusone.NPlusOne;
import io.gnomon.core.query.Database;
import io.gnomon.core.query.Execution;
import io.gnomon.core.query.Queries;
import io.gnomon.core.query.Query;
import io.gnomon.core.query.QueryShape;
import io.gnomon.core.request.RequestRecord;
import io.gnomon.core.request.RequestRecord.RouteSource;
import io.gnomon.core.request.Requests;
import io.gnomon.core.request.ThreadState;
import io.gnomon.core.settings.LayeredSettings;
import io.gnomon.core.slowquery.SlowQueries;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeepingTest {

  private static final long MILLI = 1_000_000L;
  private static final long SECOND = 1_000 * MILLI;

  private final ManualClock clock = new ManualClock();
  private final RecordingLog log = new RecordingLog();
  private final Metrics metrics = new Metrics(clock);
  private final EventQueue events = new EventQueue();
  private final NPlusOne nPlusOne =
      new NPlusOne(3, 3 * MILLI, 1_000 * SECOND, List.of(), clock, metrics, events, log);
  private final Requests requests = new Requests(clock, metrics, nPlusOne);
  private final Queries queries =
      new Queries(
          clock,
          metrics,
          new SlowQueries(100 * MILLI, 1_000 * SECOND, List.of(), clock, metrics, events, log),
          nPlusOne.listener());
  private final List<String> decided = new ArrayList<>();

  private Keeping keeping(String... namesAndValues) {
    Properties system = new Properties();
    system.setProperty("gnomon.traces.baseline", "off");
    for (int i = 0; i < namesAndValues.length; i += 2) {
      system.setProperty("gnomon.traces" + namesAndValues[i], namesAndValues[i + 1]);
    }
    LayeredSettings source = new LayeredSettings(system, Map.of(), null);
    Keeping keeping = new Keeping(TraceSettings.read(source), clock, metrics, log);
    assertThat(source.problems()).isEmpty();
    requests.tellLast(record -> decided.add(KeptReasons.text(keeping.decide(record))));
    return keeping;
  }

  private RequestRecord start(@Nullable String route) {
    RequestRecord record = requests.start("GET", "http");
    if (route != null) {
      record.route(route, RouteSource.SERVLET);
    }
    return record;
  }

  private String end(RequestRecord record, int status) {
    requests.end(record, record.generation(), status, null);
    return decided.get(decided.size() - 1);
  }

  private String took(@Nullable String route, long nanos) {
    RequestRecord record = start(route);
    clock.advance(nanos);
    return end(record, 200);
  }

  private void query(RequestRecord record, int fingerprint, long nanos) {
    Query query =
        queries.query(
            new Database("postgresql", "shop", "db1", 0),
            new QueryShape(fingerprint, "SELECT a FROM t" + fingerprint, "SELECT t"));
    long start = clock.nanoTime();
    clock.advance(nanos);
    ThreadState.current().request(record);
    queries.executed(ThreadState.current(), new Execution().of(query, start, nanos));
    ThreadState.current().request(null);
  }

  private long count(String name, String reason) {
    return Points.number(
        metrics.collect(), name, AttributeSet.builder().put("gnomon.kept", reason).build());
  }

  @Test
  void whatIsNotInterestingIsNotKept() {
    Keeping keeping = keeping();
    assertThat(took("/a", 5 * MILLI)).isEmpty();
    RequestRecord record = start("/a");
    assertThat(keeping.isToBeKept(record)).isFalse();
    assertThat(end(record, 404)).isEmpty();
    assertThat(Points.numbers(metrics.collect(), "gnomon.traces.kept")).isEmpty();
  }

  @Test
  void anErrorIsKept() {
    Keeping keeping = keeping();
    assertThat(end(start("/a"), 503)).isEqualTo("error");
    RequestRecord record = start("/a");
    record.failed(new IllegalStateException());
    assertThat(keeping.isToBeKept(record)).isTrue();
    assertThat(end(record, 500)).isEqualTo("error");
    assertThat(count("gnomon.traces.kept", "error")).isEqualTo(2);
  }

  @Test
  void whatTakesLongerThanTheRoutesLimitIsKept() {
    Keeping keeping = keeping();
    assertThat(took("/a", SECOND)).isEmpty();
    assertThat(took("/a", SECOND + 1)).isEqualTo("slow");
    for (int i = 0; i < 1_000; i++) {
      took("/a", 10 * MILLI);
      took("/b", 100 * MILLI);
    }
    keeping.takeStock();
    assertThat(took("/a", 12 * MILLI)).isEqualTo("slow");
    assertThat(took("/a", 10 * MILLI)).isEmpty();
    assertThat(took("/b", 50 * MILLI)).isEmpty();
    assertThat(took("/b", 120 * MILLI)).isEqualTo("slow");
    assertThat(took("/c", 120 * MILLI)).isEmpty();
    assertThat(took(null, 120 * MILLI)).isEmpty();
  }

  @Test
  void aFixedThresholdHoldsForAllAndOffForNone() {
    keeping(".slow-threshold", "50ms");
    assertThat(took("/a", 50 * MILLI)).isEmpty();
    assertThat(took("/a", 51 * MILLI)).isEqualTo("slow");
    assertThat(took(null, 51 * MILLI)).isEqualTo("slow");
  }

  @Test
  void withoutAThresholdNoneIsSlow() {
    Keeping keeping = keeping(".slow-threshold", "off");
    assertThat(took("/a", 3_600 * SECOND)).isEmpty();
    RequestRecord record = start(null);
    clock.advance(3_600 * SECOND);
    assertThat(keeping.isToBeKept(record)).isFalse();
    end(record, 200);
  }

  @Test
  void withoutASlowShareNoneIsSlow() {
    keeping(".slow-share", "off");
    assertThat(took("/a", 3_600 * SECOND)).isEmpty();
  }

  @Test
  void aSlowQueryIsKept() {
    Keeping keeping = keeping();
    RequestRecord record = start("/a");
    query(record, 1, 100 * MILLI + 1);
    assertThat(keeping.isToBeKept(record)).isTrue();
    assertThat(end(record, 200)).isEqualTo("slow_query");
  }

  @Test
  void anNPlusOneIsKeptEachTimeThoughItIsToldOnce() {
    Keeping keeping = keeping();
    for (int i = 0; i < 3; i++) {
      RequestRecord record = start("/a");
      query(record, 1, MILLI);
      query(record, 2, MILLI);
      query(record, 2, MILLI);
      assertThat(keeping.isToBeKept(record)).isFalse();
      query(record, 2, MILLI);
      assertThat(end(record, 200)).isEqualTo("n_plus_one");
    }
    assertThat(took("/a", MILLI)).isEmpty();
    assertThat(log.lines()).hasSize(1);
  }

  @Test
  void aRequestOverABudgetIsKept() {
    keeping();
    RequestRecord record = start("/a");
    record.overBudget();
    assertThat(end(record, 200)).isEqualTo("budget");
    assertThat(took("/a", MILLI)).isEmpty();
  }

  @Test
  void whatUpstreamRecordsIsKept() {
    Keeping keeping = keeping();
    RequestRecord record = start("/a");
    record.trace().adopt(1, 2, 3, true, null);
    assertThat(keeping.isToBeKept(record)).isTrue();
    assertThat(end(record, 200)).isEqualTo("upstream");

    record = start("/a");
    record.trace().adopt(1, 2, 3, false, null);
    assertThat(keeping.isToBeKept(record)).isFalse();
    assertThat(end(record, 200)).isEmpty();
  }

  @Test
  void whatWasToldIsKeptThoughTheLimitHasRisen() {
    Keeping keeping = keeping();
    for (int i = 0; i < 200; i++) {
      took("/a", 10 * SECOND);
    }
    keeping.takeStock();

    RequestRecord record = start("/none");
    clock.advance(SECOND + 1);
    assertThat(keeping.isToBeKept(record)).isTrue();
    record.trace().tellSampled();
    record.route("/a", RouteSource.CONTROLLER);
    assertThat(keeping.isToBeKept(record)).isTrue();
    assertThat(end(record, 200)).isEqualTo("told");
    assertThat(took("/a", MILLI)).isEmpty();
  }

  @Test
  void whoOnlyAsksWhetherItIsToBeKeptTellsNothing() {
    Keeping keeping = keeping();
    for (int i = 0; i < 200; i++) {
      took("/a", 10 * SECOND);
    }
    keeping.takeStock();

    RequestRecord record = start("/none");
    clock.advance(SECOND + 1);
    assertThat(keeping.isToBeKept(record)).isTrue();
    assertThat(record.trace().toldSampled()).isFalse();
    record.route("/a", RouteSource.CONTROLLER);
    assertThat(keeping.isToBeKept(record)).isFalse();
    assertThat(end(record, 200)).isEmpty();
  }

  @Test
  void whoHasNoRouteYetIsNotJudgedByThoseThatNeverHaveOne() {
    Keeping keeping = keeping();
    for (int i = 0; i < 200; i++) {
      took(null, MILLI);
    }
    keeping.takeStock();
    RequestRecord record = start(null);
    clock.advance(100 * MILLI);
    assertThat(keeping.isToBeKept(record)).isFalse();
    clock.advance(SECOND);
    assertThat(keeping.isToBeKept(record)).isTrue();
    end(record, 200);
    assertThat(took(null, 2 * MILLI)).isEqualTo("slow");
  }

  @Test
  void everyServiceOfATraceDecidesAlikeAboutTheBaseline() {
    Keeping keeping = keeping(".baseline", "25%", ".max-per-second", "1000000");
    Keeping larger = keeping(".baseline", "50%", ".max-per-second", "1000000");
    int kept = 0;
    int requested = 20_000;
    for (int i = 0; i < requested; i++) {
      RequestRecord record = start("/a");
      int decision = keeping.decide(record);
      assertThat(keeping.decide(record)).isEqualTo(decision);
      if (decision != 0) {
        kept++;
        assertThat(larger.decide(record)).isEqualTo(KeptReasons.BASELINE);
        assertThat(keeping.isToBeKept(record)).isTrue();
      }
      requests.end(record, record.generation(), 200, null);
    }
    assertThat(kept).isBetween(requested / 4 - 500, requested / 4 + 500);
  }

  @Test
  void aShareOfNothingAndOfAll() {
    assertThat(new Baseline(0).keeps(-1)).isFalse();
    assertThat(new Baseline(1_000_000_000L).keeps(0)).isTrue();
    Baseline half = new Baseline(500_000_000L);
    assertThat(half.keeps(0x00_80_00_00_00_00_00_00L)).isTrue();
    assertThat(half.keeps(0xFF_7F_FF_FF_FF_FF_FF_FFL)).isFalse();
  }

  @Test
  void allAreKeptWithoutACap() {
    Keeping keeping = keeping("", "all");
    for (int i = 0; i < 1_000; i++) {
      assertThat(end(start("/a"), 200)).isEqualTo("all");
    }
    assertThat(end(start("/a"), 500)).isEqualTo("error,all");
    RequestRecord record = start("/a");
    assertThat(keeping.isToBeKept(record)).isTrue();
    assertThat(end(record, 200)).isEqualTo("all");
    assertThat(count("gnomon.traces.kept", "all")).isEqualTo(1_001);
    assertThat(log.lines()).isEmpty();
  }

  @Test
  void whatTheCapHoldsBackIsCountedAndToldOnce() {
    keeping(".max-per-second", "5");
    for (int i = 0; i < 100; i++) {
      assertThat(end(start("/a"), 500)).isEqualTo(i < 5 ? "error" : "");
    }
    clock.advance(2 * SECOND);
    for (int i = 0; i < 7; i++) {
      end(start("/a"), 500);
    }
    assertThat(count("gnomon.traces.kept", "error")).isEqualTo(10);
    assertThat(count("gnomon.traces.held_back", "error")).isEqualTo(97);
    assertThat(log.lines())
        .containsExactly(
            "traces: more than 5 requests of one second were to be kept; those over"
                + " gnomon.traces.max-per-second are counted in gnomon.traces.held_back, this line"
                + " is not repeated");
  }

  @Test
  void errorsComeBeforeWhatUpstreamRecordsAndThatBeforeTheBaseline() {
    assertThat(KeptReasons.kind(KeptReasons.ERROR | KeptReasons.BASELINE)).isZero();
    assertThat(KeptReasons.kind(KeptReasons.SLOW)).isZero();
    assertThat(KeptReasons.kind(KeptReasons.SLOW_QUERY)).isZero();
    assertThat(KeptReasons.kind(KeptReasons.N_PLUS_ONE)).isZero();
    assertThat(KeptReasons.kind(KeptReasons.BUDGET | KeptReasons.ALL)).isZero();
    assertThat(KeptReasons.kind(KeptReasons.UPSTREAM)).isEqualTo(1);
    assertThat(KeptReasons.kind(KeptReasons.TOLD | KeptReasons.BASELINE)).isEqualTo(1);
    assertThat(KeptReasons.kind(KeptReasons.BASELINE)).isEqualTo(2);
    assertThat(KeptReasons.kind(KeptReasons.ALL)).isEqualTo(2);
  }

  @Test
  void routesPastTheBoundShareOneLimit() {
    Keeping keeping = keeping();
    for (int i = 0; i < TracedRoutes.MAX_ROUTES + 300; i++) {
      RequestRecord record = requests.start("GET", "http");
      record.route("/" + i, RouteSource.SERVLET);
      clock.advance(MILLI);
      end(record, 200);
    }
    keeping.takeStock();
    RequestRecord record = start("/new");
    assertThat(keeping.isToBeKept(record)).as("asks and does not count").isFalse();
    requests.end(record, record.generation(), 200, null);
    assertThat(took("/new", 3 * MILLI)).isEqualTo("slow");
    assertThat(took("/1", 3 * MILLI)).isEmpty();
    int known = TracedRoutes.MAX_ROUTES - 1;
    assertThat(
            Points.number(
                metrics.collect(), "gnomon.agent.traces.route.overflows", AttributeSet.EMPTY))
        .isEqualTo(TracedRoutes.MAX_ROUTES + 300 - known + 2);
  }

  @Test
  void aRequestThatIsNotKeptAllocatesNothing() {
    Keeping keeping = keeping();
    RequestRecord record = start("/a");
    Runnable look =
        () -> {
          keeping.decide(record);
          keeping.isToBeKept(record);
        };
    for (int i = 0; i < 300; i++) {
      look.run();
    }
    keeping.takeStock();
    assertThat(Allocation.bytesOf(10_000, look)).isZero();
    assertThat(Allocation.bytesOf(10_000, keeping::takeStock)).isLessThan(10_000 * 64L);
  }

  @Test
  void aRequestThatTheCapHoldsBackAllocatesNothing() {
    Keeping keeping = keeping(".max-per-second", "1");
    RequestRecord record = start("/a");
    record.overBudget();
    assertThat(Allocation.bytesOf(10_000, () -> keeping.decide(record))).isZero();
    assertThat(count("gnomon.traces.held_back", "budget")).isGreaterThan(10_000);
  }
}
