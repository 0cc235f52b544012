package io.gnomon.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.core.attributes.AttributeSet;
import io.gnomon.core.clock.ManualClock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class OwnRingTest {

  private static final String NAME = "test.duration";
  private static final int SHARED = 4;

  private final ManualClock clock = new ManualClock();
  private final Recorder recorder = new Recorder(clock, 1, SHARED);
  private final TimingFamily family =
      new TimingFamily(
          Instrument.duration(NAME, "Test.", Collections.emptyList()),
          recorder,
          clock,
          new Counter(AttributeSet.EMPTY, 0),
          Long.MAX_VALUE);
  private final Timing timing = family.series(AttributeSet.EMPTY);
  private final Timing other =
      family.series(AttributeSet.builder().put("which", "other").build(), timing);

  private long count() {
    recorder.drain();
    MetricSnapshot snapshot = family.collect(false);
    return snapshot == null ? 0 : Points.totalCount(List.of(snapshot), NAME);
  }

  private ThreadRing withOwnRing() {
    ThreadRing thread = new ThreadRing();
    for (int i = 0; i <= SHARED; i++) {
      timing.record(1, thread);
    }
    return thread;
  }

  @Test
  void aThreadGetsOneWhenTheSharedRingIsFull() {
    ThreadRing thread = new ThreadRing();
    for (int i = 0; i < SHARED; i++) {
      timing.record(1, thread);
    }
    assertThat(thread.of(recorder)).isNull();
    timing.record(1, thread);
    assertThat(thread.of(recorder)).isNotNull();
    assertThat(thread.of(new Recorder(clock, 1, SHARED))).isNull();
    timing.record(1, thread);
    assertThat(count()).isEqualTo(SHARED + 2);
  }

  @Test
  void refusesWhenFullAndTakesAgainWhenDrained() {
    OwnRing ring = new OwnRing(recorder, new ThreadRing());
    for (int lap = 0; lap < 3; lap++) {
      for (int i = 0; i < OwnRing.CAPACITY; i++) {
        assertThat(ring.offer(timing, 1)).isTrue();
      }
      assertThat(ring.offer(timing, 1)).isFalse();
      ring.drain(0);
      assertThat(count()).isEqualTo((lap + 1) * (long) OwnRing.CAPACITY);
    }
  }

  @Test
  void eachValueCountsInItsOwnSeriesAndInTheOneThatItCountsInBesides() {
    ThreadRing thread = withOwnRing();
    for (int i = 0; i < 3 * OwnRing.CAPACITY; i++) {
      (i % 3 == 0 ? other : timing).record(i, thread);
    }
    assertThat(count()).isEqualTo(SHARED + 1 + 4 * OwnRing.CAPACITY);
    MetricSnapshot snapshot = family.collect(false);
    assertThat(snapshot).isNotNull();
    assertThat(snapshot.histograms())
        .extracting(HistogramPoint::count)
        .containsExactlyInAnyOrder((long) OwnRing.CAPACITY, SHARED + 1 + 3L * OwnRing.CAPACITY);
  }

  @Test
  void fillsItsRingWhileAnotherThreadHoldsTheLockAndLosesNothing() throws InterruptedException {
    ThreadRing thread = withOwnRing();
    CountDownLatch recorded = new CountDownLatch(1);
    Thread recording =
        new Thread(
            () -> {
              for (int i = 0; i < OwnRing.CAPACITY; i++) {
                timing.record(1, thread);
              }
              recorded.countDown();
              timing.record(1, thread);
            });
    recorder.lock();
    try {
      recording.start();
      recorded.await();
    } finally {
      recorder.unlock();
    }
    recording.join();
    assertThat(count()).isEqualTo(SHARED + 1 + OwnRing.CAPACITY + 1);
  }

  @Test
  void threadsThatRecordWhileOthersCollectLoseNothing() throws InterruptedException {
    int perThread = 200_000;
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      threads.add(
          new Thread(
              () -> {
                ThreadRing thread = new ThreadRing();
                for (int n = 0; n < perThread; n++) {
                  timing.record(n, thread);
                }
              }));
    }
    threads.forEach(Thread::start);
    for (int i = 0; i < 50; i++) {
      recorder.drain();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(count()).isEqualTo(4L * perThread);
  }

  @Test
  void whatAThreadThatIsGoneHasRecordedCountsAndItsRingIsForgotten() {
    record(10);
    assertThat(recorder.ownRings()).isEqualTo(1);
    for (int i = 0; i < 100 && recorder.ownRings() > 0; i++) {
      System.gc();
      recorder.drain();
    }
    assertThat(recorder.ownRings()).isZero();
    assertThat(count()).isEqualTo(SHARED + 1 + 10);
  }

  private void record(int values) {
    ThreadRing thread = withOwnRing();
    for (int i = 0; i < values; i++) {
      timing.record(1, thread);
    }
  }

  @Test
  void thereAreOnlySoManyAndOthersGoOnSharing() {
    List<ThreadRing> threads = new ArrayList<>();
    for (int i = 0; i < Recorder.MAX_OWN_RINGS + 3; i++) {
      threads.add(withOwnRing());
    }
    assertThat(recorder.ownRings()).isEqualTo(Recorder.MAX_OWN_RINGS);
    assertThat(threads.get(threads.size() - 1).of(recorder)).isNull();
    assertThat(count()).isEqualTo((SHARED + 1L) * threads.size());
  }
}
