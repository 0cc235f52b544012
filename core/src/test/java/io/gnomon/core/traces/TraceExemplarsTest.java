package io.gnomon.core.traces;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.core.Allocation;
import io.gnomon.core.Core;
import io.gnomon.core.CoreSettings;
import io.gnomon.core.budgets.BudgetSettings;
import io.gnomon.core.clock.ManualClock;
import io.gnomon.core.log.RecordingLog;
import io.gnomon.core.metrics.Exemplar;
import io.gnomon.core.metrics.MetricSnapshot;
import io.gnomon.core.metrics.Points;
import io.gnomon.core.query.Database;
import io.gnomon.core.query.Execution;
import io.gnomon.core.query.Query;
import io.gnomon.core.query.QueryShape;
import io.gnomon.core.request.RequestRecord;
import io.gnomon.core.request.RequestRecord.RouteSource;
import io.gnomon.core.request.ThreadState;
import io.gnomon.core.settings.LayeredSettings;
import io.gnomon.core.spans.FinishedSpan;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The whole core: what is kept, and what points at it. */
class TraceExemplarsTest {

  private static final long MILLI = 1_000_000L;
  private static final String REQUESTS = "http.server.request.duration";

  private final ManualClock clock = new ManualClock();
  private final RecordingLog log = new RecordingLog();

  private Core core(String... namesAndValues) {
    return new Core(
        clock,
        log,
        new CoreSettings(Long.MAX_VALUE, 1, Collections.emptyList(), 5, Long.MAX_VALUE),
        TraceSettings.read(source(namesAndValues)));
  }

  private static LayeredSettings source(String... namesAndValues) {
    Properties system = new Properties();
    system.setProperty("gnomon.traces.baseline", "off");
    for (int i = 0; i < namesAndValues.length; i += 2) {
      system.setProperty("gnomon." + namesAndValues[i], namesAndValues[i + 1]);
    }
    return new LayeredSettings(system, Map.of(), null);
  }

  @AfterEach
  void leaveTheRequest() {
    ThreadState.current().request(null);
  }

  private void request(Core core, int status, int queries) {
    RequestRecord record = core.requests().start("GET", "http");
    record.route("/a", RouteSource.SERVLET);
    ThreadState.current().request(record);
    for (int i = 1; i <= queries; i++) {
      Query query =
          core.queries()
              .query(
                  new Database("postgresql", "shop", "db1", 0),
                  new QueryShape(i, "SELECT " + i, "SELECT t" + i));
      long start = clock.nanoTime();
      clock.advance(i * MILLI);
      core.queries().executed(ThreadState.current(), new Execution().of(query, start, i * MILLI));
    }
    ThreadState.current().request(null);
    core.requests().end(record, record.generation(), status, null);
  }

  private static List<Exemplar> exemplars(List<MetricSnapshot> snapshots, String name) {
    return Points.histograms(snapshots, name).stream()
        .flatMap(point -> point.exemplars().stream())
        .collect(Collectors.toList());
  }

  @Test
  void theDurationOfAKeptRequestPointsAtItsSpan() {
    Core core = core();
    request(core, 200, 0);
    request(core, 500, 1);
    FinishedSpan server = core.traces().drain(10).get(0);
    List<Exemplar> exemplars = exemplars(core.metrics().collect(), REQUESTS);
    assertThat(exemplars).hasSize(1);
    assertThat(exemplars.get(0).spanId()).isEqualTo(server.spanId());
    assertThat(exemplars.get(0).traceHigh()).isEqualTo(server.traceHigh());
    assertThat(exemplars.get(0).traceLow()).isEqualTo(server.traceLow());
    assertThat(exemplars.get(0).epochNanos()).isEqualTo(server.endEpochNanos());
    assertThat(exemplars.get(0).value()).isEqualTo(MILLI);
  }

  @Test
  void theSlowestQueriesPointAtTheirsInBothHistograms() {
    Core core = core();
    request(core, 500, 15);
    List<FinishedSpan> spans = core.traces().drain(100);
    List<MetricSnapshot> snapshots = core.metrics().collect();
    for (String name : List.of("db.client.operation.duration", "gnomon.db.query.duration")) {
      List<Exemplar> exemplars = exemplars(snapshots, name);
      assertThat(exemplars).hasSize(SlowestSpans.MAX);
      for (Exemplar exemplar : exemplars) {
        assertThat(exemplar.value()).isBetween(6 * MILLI, 15 * MILLI);
        FinishedSpan span =
            spans.stream().filter(each -> each.spanId() == exemplar.spanId()).findFirst().get();
        assertThat(span.endEpochNanos() - span.startEpochNanos()).isEqualTo(exemplar.value());
        assertThat(span.endEpochNanos()).isEqualTo(exemplar.epochNanos());
      }
    }
  }

  @Test
  void aQueryThatFailedPointsAtItsSpanInTheSeriesOfItsError() {
    Core core = core();
    RequestRecord record = core.requests().start("GET", "http");
    ThreadState.current().request(record);
    Query query =
        core.queries()
            .query(
                new Database("postgresql", "shop", "db1", 0),
                new QueryShape(1, "SELECT", "SELECT"));
    Execution failed = new Execution().of(query, clock.nanoTime(), MILLI).failed("23505", "23505");
    core.queries().executed(ThreadState.current(), failed);
    ThreadState.current().request(null);
    core.requests().end(record, record.generation(), 500, null);
    FinishedSpan span = core.traces().drain(10).get(1);
    List<MetricSnapshot> snapshots = core.metrics().collect();
    for (String name : List.of("db.client.operation.duration", "gnomon.db.query.duration")) {
      assertThat(Points.histograms(snapshots, name))
          .singleElement()
          .satisfies(
              point -> {
                assertThat(point.attributes().get("error.type")).isEqualTo("23505");
                assertThat(point.exemplars())
                    .extracting(Exemplar::spanId)
                    .containsExactly(span.spanId());
              });
    }
  }

  @Test
  void theThreadThatEndsARequestTellsNoneOfThem() {
    Core core = core();
    request(core, 500, 1);
    assertThat(exemplars(core.metrics().collect(), REQUESTS)).isEmpty();
    core.traces().tellExemplars();
    core.traces().tellExemplars();
    assertThat(exemplars(core.metrics().collect(), REQUESTS)).hasSize(1);
    assertThat(core.traces().drain(10)).hasSize(2);
    assertThat(exemplars(core.metrics().collect(), REQUESTS)).as("told once").isEmpty();
  }

  @Test
  void whatIsNotKeptHasNone() {
    Core core = core();
    request(core, 200, 15);
    assertThat(core.traces().drain(100)).isEmpty();
    assertThat(exemplars(core.metrics().collect(), REQUESTS)).isEmpty();
  }

  @Test
  void withNoneNothingIsRecordedOrTold() {
    Core core = core("traces", "none");
    RequestRecord record = core.requests().start("GET", "http");
    record.trace().adopt(1, 2, 3, true, null);
    assertThat(core.traces().isToBeKept(record)).isFalse();
    assertThat(record.spans().isRecording()).isFalse();
    core.requests().end(record, record.generation(), 500, null);
    request(core, 500, 3);
    assertThat(core.traces().drain(10)).isEmpty();
    List<MetricSnapshot> snapshots = core.metrics().collect();
    assertThat(Points.numbers(snapshots, "gnomon.traces.kept")).isEmpty();
    assertThat(exemplars(snapshots, REQUESTS)).isEmpty();
  }

  @Test
  void aBudgetThatIsHeldLaterIsJudgedBeforeItIsDecided() {
    Core core = core();
    core.hold(
        BudgetSettings.read(
            source("budget.a.route", "/a", "budget.a.queries", "2", "budget.a.min-requests", "9")));
    request(core, 200, 2);
    assertThat(core.traces().drain(10)).isEmpty();
    request(core, 200, 3);
    assertThat(core.traces().drain(10).get(0).attributes().get("gnomon.kept")).isEqualTo("budget");
  }

  @Test
  void whatIsSlowIsFoundOutByTheWorkersRound() {
    Core core = core();
    Runnable round = core.traces().round(clock);
    for (int i = 0; i < 300; i++) {
      request(core, 200, 1);
    }
    request(core, 200, 2);
    assertThat(core.traces().drain(10)).isEmpty();
    clock.advance(1_000 * MILLI);
    round.run();
    request(core, 200, 1);
    assertThat(core.traces().drain(10)).isEmpty();
    request(core, 200, 2);
    assertThat(core.traces().drain(10).get(0).attributes().get("gnomon.kept")).isEqualTo("slow");
  }

  @Test
  void aRequestThatIsNotKeptAllocatesNothing() {
    Core core = core();
    Runnable round = core.traces().round(clock);
    Runnable request =
        () -> {
          RequestRecord record = core.requests().start("GET", "http");
          core.requests().route(record, "/a", RouteSource.SERVLET);
          core.traces().isToBeKept(record);
          core.requests().end(record, record.generation(), 200, "1.1");
        };
    for (int i = 0; i < 300; i++) {
      request.run();
    }
    clock.advance(1_000 * MILLI);
    round.run();
    assertThat(Allocation.bytesOf(2_000, request)).isZero();
    assertThat(core.traces().kept()).isZero();
  }
}
