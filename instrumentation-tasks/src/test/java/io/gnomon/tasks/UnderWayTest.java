package io.gnomon.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.core.Core;
import io.gnomon.core.request.RequestRecord;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class UnderWayTest {

  private static final int THREADS = 4;
  private static final int EACH = 2_000;

  private final Core core = Cores.quiet();
  private final RequestRecord record = core.requests().start("GET", "http");
  private final UnderWay tasks = new UnderWay();

  private Carried carried(Object task) {
    return new Carried(task, record, record.generation(), 0);
  }

  private Carried put(Object task) {
    Carried carried = carried(task);
    tasks.put(task, carried);
    return carried;
  }

  @Test
  void aTaskIsTakenOutOnceAndByItsIdentity() {
    String task = new String("task");
    Carried carried = put(task);

    assertThat(tasks.has(task)).isTrue();
    assertThat(tasks.take(new String("task"))).isNull();
    assertThat(tasks.take(task)).isSameAs(carried);
    assertThat(tasks.take(task)).isNull();
    assertThat(tasks.isEmpty()).isTrue();
  }

  @Test
  void theOldestOfOneObjectIsTakenFirst() {
    Object task = new Object();
    Carried first = put(task);
    Carried second = put(task);

    assertThat(tasks.take(task)).isSameAs(first);
    assertThat(tasks.take(task)).isSameAs(second);
  }

  @Test
  void whatThereIsNoRoomForIsCounted() {
    List<Object> all = new ArrayList<>();
    for (int i = 0; i < UnderWay.MAX + 3; i++) {
      Object task = new Object();
      all.add(task);
      put(task);
    }

    assertThat(tasks.size()).isEqualTo(UnderWay.MAX);
    assertThat(tasks.notCarried()).isEqualTo(3);
    int taken = 0;
    for (Object task : all) {
      taken += tasks.take(task) == null ? 0 : 1;
    }
    assertThat(taken).isEqualTo(UnderWay.MAX);
    assertThat(tasks.isEmpty()).isTrue();
  }

  @Test
  void whatARequestLeftBehindIsPassedOver() {
    Object task = new Object();
    RequestRecord other = core.requests().start("GET", "http");
    put(task);
    Carried second = new Carried(task, other, other.generation(), 0);
    tasks.put(task, second);
    core.requests().end(record, record.generation(), 200, null);

    assertThat(tasks.take(task)).isSameAs(second);
    assertThat(tasks.isEmpty()).as("what was left behind went too").isTrue();
  }

  @Test
  void oneObjectThatIsUnderWayTenThousandTimesIsKeptSoOftenAsAPlaceHolds() {
    Runnable lambda = () -> {};
    for (int i = 0; i < UnderWay.MAX; i++) {
      put(lambda);
    }

    assertThat(tasks.size()).isEqualTo(UnderWay.MAX_IN_PLACE);
    assertThat(tasks.notCarried()).isEqualTo(UnderWay.MAX - UnderWay.MAX_IN_PLACE);
    for (int i = 0; i < UnderWay.MAX_IN_PLACE; i++) {
      assertThat(tasks.take(lambda)).isNotNull();
    }
    assertThat(tasks.take(lambda)).isNull();
    assertThat(tasks.isEmpty()).isTrue();
  }

  @Test
  void aPlaceThatIsSweptHasRoomAgain() {
    Object task = new Object();
    for (int i = 0; i < UnderWay.MAX_IN_PLACE; i++) {
      put(task);
    }
    core.requests().end(record, record.generation(), 200, null);
    RequestRecord next = core.requests().start("GET", "http");

    tasks.sweep();
    assertThat(tasks.isEmpty()).isTrue();
    Carried carried = new Carried(task, next, next.generation(), 0);
    tasks.put(task, carried);

    assertThat(tasks.take(task)).isSameAs(carried);
    assertThat(tasks.notCarried()).isZero();
  }

  @Test
  void tasksOfARequestThatHasEndedAreSweptAway() {
    List<Object> kept = new ArrayList<>();
    RequestRecord other = core.requests().start("GET", "http");
    for (int i = 0; i < UnderWay.MAX / 2; i++) {
      Object over = new Object();
      Object alive = new Object();
      kept.add(over);
      kept.add(alive);
      put(over);
      tasks.put(alive, new Carried(alive, other, other.generation(), 0));
    }

    core.requests().end(record, record.generation(), 200, null);
    tasks.sweep();

    assertThat(tasks.size()).isEqualTo(UnderWay.MAX / 2);
    for (int i = 0; i < kept.size(); i += 2) {
      assertThat(tasks.has(kept.get(i))).isFalse();
      assertThat(tasks.has(kept.get(i + 1))).isTrue();
    }
  }

  @Test
  void aTaskThatNobodyHoldsIsCollectedAndSweptAway() {
    WeakReference<Object> task = forgotten();

    Awaitility.await()
        .untilAsserted(
            () -> {
              System.gc();
              assertThat(task.get()).isNull();
            });
    tasks.sweep();

    assertThat(tasks.isEmpty()).isTrue();
  }

  private WeakReference<Object> forgotten() {
    Object task = new Object();
    put(task);
    return new WeakReference<>(task);
  }

  @Test
  void threadsPutAndTakeAtOnceAndLoseNothing() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(THREADS + 1);
    try {
      List<Callable<Integer>> all = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        all.add(this::putAndTake);
      }
      all.add(
          () -> {
            for (int i = 0; i < EACH / 10; i++) {
              tasks.sweep();
            }
            return 0;
          });
      int taken = 0;
      for (Future<Integer> each : pool.invokeAll(all)) {
        taken += each.get();
      }
      assertThat(taken).isEqualTo(THREADS * EACH);
      assertThat(tasks.size()).isZero();
    } finally {
      pool.shutdownNow();
    }
  }

  private int putAndTake() {
    int taken = 0;
    List<Object> own = new ArrayList<>();
    for (int i = 0; i < EACH; i++) {
      Object task = new Object();
      own.add(task);
      Carried carried = put(task);
      if (i % 2 == 0) {
        taken += tasks.take(task) == carried ? 1 : 0;
      }
    }
    for (int i = 1; i < EACH; i += 2) {
      taken += tasks.take(own.get(i)) == null ? 0 : 1;
    }
    return taken;
  }
}
