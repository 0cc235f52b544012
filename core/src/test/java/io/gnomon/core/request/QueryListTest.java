package io.gnomon.core.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.core.clock.ManualClock;
import io.gnomon.core.metrics.Metrics;
import io.gnomon.core.query.Database;
import io.gnomon.core.query.EveryExecution;
import io.gnomon.core.query.Execution;
import io.gnomon.core.query.Queries;
import io.gnomon.core.query.Query;
import io.gnomon.core.query.QueryShape;
import io.gnomon.core.query.SlowExecutions;
import org.junit.jupiter.api.Test;

class QueryListTest {

  private final QueryList list = new QueryList();
  private final Query query =
      new Queries(
              new ManualClock(),
              new Metrics(new ManualClock()),
              new NeverSlow(),
              EveryExecution.NOBODY)
          .query(new Database("h2", null, null, 0), new QueryShape(1, "SELECT ?", "SELECT"));

  private void add(int times) {
    for (int i = 0; i < times; i++) {
      list.add(query, i, 10L * i);
    }
  }

  @Test
  void growsToItsBoundAndNoFurther() {
    add(RequestRecord.MAX_QUERIES + 5);
    assertThat(list.size()).isEqualTo(RequestRecord.MAX_QUERIES);
    assertThat(list.capacity()).isEqualTo(RequestRecord.MAX_QUERIES);
    assertThat(list.startOffsetNanos(999)).isEqualTo(999);
    assertThat(list.durationNanos(999)).isEqualTo(9_990);
  }

  @Test
  void keepsItsRoomWhileItIsUsedAndShrinksWhenItIsNot() {
    add(100);
    int grown = list.capacity();
    list.clear();
    assertThat(list.capacity()).isEqualTo(grown);
    add(grown / 4 - 1);
    list.clear();
    assertThat(list.capacity()).isEqualTo(QueryList.SMALL);
    assertThat(list.size()).isZero();
    assertThat(list.query(0)).isNull();
  }

  private static final class NeverSlow implements SlowExecutions {

    @Override
    public long thresholdNanos() {
      return Long.MAX_VALUE;
    }

    @Override
    public void slow(ThreadState thread, Execution slow) {
      throw new AssertionError("never");
    }
  }
}
