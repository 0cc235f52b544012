package io.gnomon.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.core.attributes.AttributeSet;
import io.gnomon.core.clock.ManualClock;
import io.gnomon.core.events.Event;
import io.gnomon.core.events.EventQueue;
import io.gnomon.core.log.RecordingLog;
import io.gnomon.core.metrics.MetricSnapshot;
import io.gnomon.core.metrics.Points;
import io.gnomon.core.query.Database;
import io.gnomon.core.query.Execution;
import io.gnomon.core.query.Query;
import io.gnomon.core.query.QueryShape;
import io.gnomon.core.request.RequestRecord;
import io.gnomon.core.request.ThreadState;
import io.gnomon.core.traces.TraceSettings;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoreTest {

  private final ManualClock clock = new ManualClock();
  private final RecordingLog log = new RecordingLog();
  private final Core core =
      new Core(
          clock,
          log,
          new CoreSettings(100, 1_000, Collections.emptyList(), 5, 1_000),
          TraceSettings.NONE);

  @Test
  void aRequestWithASlowQueryShowsInEveryPart() {
    Database database = new Database("postgresql", "shop", "db1", 0);
    Query query = core.queries().query(database, new QueryShape(1, "SELECT ?", "SELECT"));
    RequestRecord record = core.requests().start("GET", "http");
    ThreadState.current().request(record);
    core.queries().executed(ThreadState.current(), new Execution().of(query, 0, 200));
    ThreadState.current().request(null);
    core.requests().end(record, record.generation(), 200, null);

    List<MetricSnapshot> snapshots = core.metrics().collect();

    assertThat(Points.totalCount(snapshots, "http.server.request.duration")).isEqualTo(1);
    assertThat(Points.totalCount(snapshots, "db.client.operation.duration")).isEqualTo(1);
    assertThat(Points.totalCount(snapshots, "gnomon.db.query.duration")).isEqualTo(1);
    assertThat(Points.numbers(snapshots, "gnomon.db.slow_queries")).hasSize(1);
    assertThat(core.events().drain(10)).hasSize(1);
    assertThat(log.lines()).hasSize(1);
  }

  @Test
  void whatIsDroppedShowsInAMetric() {
    for (int i = 0; i < EventQueue.CAPACITY + 3; i++) {
      core.events().offer(new Event("test", i, "Test.", AttributeSet.EMPTY));
    }
    RequestRecord record = core.requests().start("GET", "http");
    int generation = record.generation();
    core.requests().end(record, generation, 200, null);
    core.requests().end(record, generation, 200, null);
    core.failures().caught("jdbc", new IllegalStateException());

    List<MetricSnapshot> snapshots = core.metrics().collect();

    assertThat(Points.number(snapshots, "gnomon.agent.events.dropped", AttributeSet.EMPTY))
        .isEqualTo(3);
    assertThat(Points.number(snapshots, "gnomon.agent.late_writes", AttributeSet.EMPTY))
        .isEqualTo(1);
    assertThat(Points.number(snapshots, "gnomon.agent.spans.past_bound", AttributeSet.EMPTY))
        .isZero();
    assertThat(Points.number(snapshots, "gnomon.agent.spans.without_room", AttributeSet.EMPTY))
        .isZero();
    assertThat(Points.number(snapshots, "gnomon.agent.spans.chunks", AttributeSet.EMPTY)).isZero();
    assertThat(Points.numbers(snapshots, "gnomon.agent.failures")).hasSize(1);
  }
}
