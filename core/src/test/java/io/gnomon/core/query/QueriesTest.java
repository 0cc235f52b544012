package io.gnomon.core.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.core.Allocation;
import io.gnomon.core.attributes.AttributeSet;
import io.gnomon.core.clock.ManualClock;
import io.gnomon.core.metrics.HistogramPoint;
import io.gnomon.core.metrics.MetricSnapshot;
import io.gnomon.core.metrics.Metrics;
import io.gnomon.core.metrics.Points;
import io.gnomon.core.request.RequestRecord;
import io.gnomon.core.request.Requests;
import io.gnomon.core.request.ThreadState;
import io.gnomon.core.spans.SpanRoom;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QueriesTest {

  private static final String OPERATION = "db.client.operation.duration";
  private static final String SHAPE = "gnomon.db.query.duration";
  private static final long THRESHOLD_NANOS = 100_000_000;

  private final ManualClock clock = new ManualClock();
  private final Metrics metrics = new Metrics(clock);
  private final Slow slow = new Slow();
  private final Queries queries = new Queries(clock, metrics, slow, EveryExecution.NOBODY);
  private final Requests requests = new Requests(clock, metrics, ended -> {});
  private final ThreadState thread = ThreadState.current();
  private final Database database = new Database("postgresql", "shop|public", "db1", 0);

  @AfterEach
  void leaveTheRequest() {
    thread.request(null);
  }

  private final Execution execution = new Execution();

  private static QueryShape shape(long fingerprint, String summary) {
    return new QueryShape(fingerprint, summary + " WHERE id = ?", summary);
  }

  private void run(Query query, long elapsedNanos) {
    queries.executed(thread, execution.of(query, clock.nanoTime(), elapsedNanos));
  }

  @Test
  void anExecutionCountsByOperationAndByShape() {
    Database other = new Database("mysql", null, "db2", 3307);
    run(queries.query(database, shape(1, "SELECT orders")), 1_000);
    run(queries.query(database, shape(2, "SELECT orders")), 2_000);
    run(queries.query(other, shape(0xAB, "SELECT orders")), 4_000);

    List<MetricSnapshot> snapshots = metrics.collect();

    AttributeSet operation =
        AttributeSet.builder()
            .put("db.system.name", "postgresql")
            .put("db.namespace", "shop|public")
            .put("server.address", "db1")
            .put("db.query.summary", "SELECT orders")
            .build();
    assertThat(Points.histogram(snapshots, OPERATION, operation).sum()).isEqualTo(3_000);
    AttributeSet ofOther =
        AttributeSet.builder()
            .put("db.system.name", "mysql")
            .put("server.address", "db2")
            .put("server.port", 3307)
            .put("db.query.summary", "SELECT orders")
            .put("gnomon.db.query.fingerprint", "00000000000000ab")
            .build();
    assertThat(Points.histogram(snapshots, SHAPE, ofOther).sum()).isEqualTo(4_000);
    assertThat(Points.histograms(snapshots, SHAPE)).hasSize(3);
  }

  @Test
  void aCallNamesItsProcedureInTheOperationAlone() {
    QueryShape call = new QueryShape(1, "{call s.p(?)}", "call s.p", "s.p");
    Query query = queries.query(database, call);
    run(query, 1_000);
    queries.executed(thread, execution.of(query, 0, 1_000).failed("42883", "42883"));

    List<MetricSnapshot> snapshots = metrics.collect();

    assertThat(Points.histograms(snapshots, OPERATION))
        .hasSize(2)
        .allSatisfy(
            point ->
                assertThat(point.attributes().get("db.stored_procedure.name")).isEqualTo("s.p"));
    assertThat(Points.histograms(snapshots, SHAPE))
        .hasSize(2)
        .allSatisfy(
            point -> assertThat(point.attributes().get("db.stored_procedure.name")).isNull());
  }

  @Test
  void aFailureHasSeriesOfItsOwn() {
    Query query = queries.query(database, shape(1, "SELECT orders"));
    queries.executed(thread, execution.of(query, 0, 1_000).failed("23505", "23505"));
    queries.executed(thread, execution.of(query, 0, 1_000).failed("23505", "23505"));
    queries.executed(thread, execution.of(query, 0, 1_000).failed("23505", null));

    List<MetricSnapshot> snapshots = metrics.collect();

    assertThat(Points.histograms(snapshots, OPERATION))
        .extracting(point -> point.attributes().get("db.response.status_code"))
        .containsExactlyInAnyOrder("23505", null);
    List<HistogramPoint> shapes = Points.histograms(snapshots, SHAPE);
    assertThat(shapes).hasSize(1);
    assertThat(shapes.get(0).count()).isEqualTo(3);
    assertThat(shapes.get(0).attributes().get("error.type")).isEqualTo("23505");
  }

  @Test
  void thereIsOneQueryPerDatabaseAndFingerprint() {
    assertThat(queries.find(database, 1)).isNull();
    Query query = queries.query(database, shape(1, "SELECT orders"));
    Database same = new Database("postgresql", "shop|public", "db1", 0);
    Database other = new Database("postgresql", "shop|public", "db2", 0);
    assertThat(queries.find(same, 1)).isSameAs(query);
    assertThat(queries.query(same, shape(1, "SELECT orders"))).isSameAs(query);
    assertThat(queries.find(other, 1)).isNull();
    assertThat(queries.find(database, 2)).isNull();
  }

  @Test
  void aBatchIsAQueryOfItsOwnWithTheSameFingerprint() {
    Query query = queries.query(database, shape(1, "INSERT orders"));
    Query batch = queries.batchOf(query);
    run(query, 1_000);
    run(batch, 2_000);
    assertThat(queries.batchOf(query)).isSameAs(batch);
    assertThat(batch.shape().summary()).isEqualTo("BATCH INSERT orders");
    assertThat(batch.shape().fingerprint()).isEqualTo(1);
    assertThat(Points.histograms(metrics.collect(), OPERATION))
        .extracting(point -> point.attributes().get("db.query.summary"))
        .containsExactlyInAnyOrder("INSERT orders", "BATCH INSERT orders");
  }

  @Test
  void theSummaryOfABatchKeepsItsBound() {
    String longest = "x".repeat(QueryShape.MAX_SUMMARY_CHARS);
    Query batch = queries.batchOf(queries.query(database, shape(1, "INSERT " + longest)));
    assertThat(batch.shape().summary()).hasSize(QueryShape.MAX_SUMMARY_CHARS);
  }

  @Test
  void pastTheBoundOfShapesAQueryCountsInItsSummary() {
    for (int i = 0; i < QueryTable.MAX_QUERIES + 7; i++) {
      run(queries.query(database, shape(i, "SELECT orders")), 1_000);
    }
    List<MetricSnapshot> snapshots = metrics.collect();

    AttributeSet overflow = AttributeSet.builder().put("otel.metric.overflow", true).build();
    assertThat(Points.histogram(snapshots, SHAPE, overflow).count()).isEqualTo(7);
    assertThat(Points.histograms(snapshots, OPERATION)).hasSize(1);
    assertThat(Points.totalCount(snapshots, OPERATION)).isEqualTo(QueryTable.MAX_QUERIES + 7);
    assertThat(queries.find(database, QueryTable.MAX_QUERIES + 1)).isNull();
  }

  @Test
  void aFullTableMakesRoomForShapesThatComeLater() {
    for (int i = 0; i < QueryTable.MAX_QUERIES; i++) {
      queries.query(database, shape(i, "SELECT orders"));
    }
    queries.query(database, shape(-1, "SELECT orders"));
    assertThat(queries.find(database, -1)).isNull();
    clock.advance(Metrics.IDLE_NANOS);
    Query late = queries.query(database, shape(-1, "SELECT orders"));
    assertThat(queries.find(database, -1)).isSameAs(late);
  }

  @Test
  void aSpanIsNamedBySummaryElseByWhereItWent() {
    assertThat(queries.query(database, shape(1, "SELECT orders")).spanName())
        .isEqualTo("SELECT orders");
    assertThat(queries.query(database, new QueryShape(2, "?", "")).spanName())
        .isEqualTo("shop|public");
    assertThat(spanName(null, "db1", 3307)).isEqualTo("db1:3307");
    assertThat(spanName(null, "db1", 0)).isEqualTo("db1");
    assertThat(spanName(null, null, 0)).isEqualTo("mysql");
    assertThat(spanName("n".repeat(300), "db1", 0)).hasSize(255);
    assertThat(spanName(null, "h".repeat(255), 3307)).hasSize(255);
  }

  private String spanName(@Nullable String namespace, @Nullable String address, int port) {
    Database mysql = new Database("mysql", namespace, address, port);
    return queries.query(mysql, new QueryShape(2, "?", "")).spanName();
  }

  @Test
  void pastTheBoundOfSpansQueriesAreCountedByWhatIsToldOfThem() {
    Query query = queries.query(database, shape(1, "SELECT orders"));
    Query pastTheBoundOfShapes =
        new Query(database, shape(1, "SELECT orders"), new QuerySeries(clock, metrics), false);
    assertThat(query.isCountedWith(pastTheBoundOfShapes)).isTrue();
    assertThat(query.isCountedWith(queries.query(database, shape(2, "SELECT orders")))).isFalse();
    assertThat(query.isCountedWith(queries.batchOf(query))).isFalse();
    assertThat(Allocation.bytesOf(2_000, () -> query.isCountedWith(pastTheBoundOfShapes))).isZero();
  }

  @Test
  void theRequestKeepsItsQueriesUpToABoundAndCountsTheRest() {
    Query query = queries.query(database, shape(1, "SELECT orders"));
    RequestRecord record = requests.start("GET", "http");
    thread.request(record);
    clock.advance(500);
    for (int i = 0; i < SpanRoom.DEFAULT_SPANS + 3; i++) {
      run(query, 1_000 + i);
    }
    assertThat(record.queries()).isEqualTo(SpanRoom.DEFAULT_SPANS + 3);
    assertThat(record.spans().size()).isEqualTo(SpanRoom.DEFAULT_SPANS);
    assertThat(record.queryNanos()).isEqualTo(1_003L * 1_000 + 1_003L * 1_002 / 2);
    assertThat(record.spans().subject(999)).isSameAs(query);
    assertThat(record.spans().startOffsetNanos(999)).isEqualTo(500);
    assertThat(record.spans().durationNanos(999)).isEqualTo(1_999);

    requests.end(record, record.generation(), 200, null);

    assertThat(requests.room().pastBound()).isEqualTo(3);
    assertThat(record.queries()).isZero();
    assertThat(record.spans().size()).isZero();
    assertThat(record.spans().subject(0)).isNull();
  }

  @Test
  void onlyWhatIsLongerThanTheThresholdIsSlow() {
    Query query = queries.query(database, shape(1, "SELECT orders"));
    run(query, THRESHOLD_NANOS);
    assertThat(slow.told).isEmpty();
    run(query, THRESHOLD_NANOS + 1);
    queries.executed(thread, execution.of(query, 0, THRESHOLD_NANOS + 2).failed("57014", "57014"));
    assertThat(slow.told).containsExactly("100000001 null null", "100000002 57014 57014");
  }

  @Test
  void findingAndExecutingDoNotAllocate() {
    queries.query(database, shape(1, "SELECT orders"));
    Runnable oneRequest =
        () -> {
          RequestRecord record = requests.start("GET", "http");
          thread.request(record);
          for (int i = 0; i < 30; i++) {
            Query query = queries.find(database, 1);
            if (query != null) {
              run(query, 1_000);
            }
          }
          thread.request(null);
          requests.end(record, record.generation(), 200, null);
        };
    assertThat(Allocation.bytesOf(1_000, oneRequest)).isZero();
  }

  private static final class Slow implements SlowExecutions {

    private final List<String> told = new ArrayList<>();

    @Override
    public long thresholdNanos() {
      return THRESHOLD_NANOS;
    }

    @Override
    public void slow(ThreadState thread, Execution slow) {
      told.add(slow.elapsedNanos() + " " + slow.errorType() + " " + slow.statusCode());
    }
  }
}
