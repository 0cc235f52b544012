package io.gnomon.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gnomon.core.Allocation;
import io.gnomon.core.attributes.AttributeSet;
import io.gnomon.core.clock.ManualClock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.HdrHistogram.AbstractHistogram;
import org.HdrHistogram.IntCountsHistogram;
import org.junit.jupiter.api.Test;

class MetricsTest {

  private static final Instrument DURATION =
      Instrument.duration("test.duration", "Test.", Collections.emptyList());
  private static final Instrument PARENT =
      Instrument.duration("test.parent", "Test.", Collections.emptyList());
  private static final Instrument SUM =
      Instrument.number(Instrument.Kind.COUNTER, "test.sum", "1", "Test.");
  private static final AttributeSet OVERFLOW =
      AttributeSet.builder().put("otel.metric.overflow", true).build();
  private static final long IDLE_NANOS = 1_000_000;

  private final ManualClock clock = new ManualClock();
  private final Metrics metrics = new Metrics(clock, IDLE_NANOS, 2, 16);
  private final TimingFamily family = metrics.timing(DURATION);

  private static AttributeSet named(String name) {
    return AttributeSet.builder().put("name", name).build();
  }

  private static AttributeSet numbered(int number) {
    return AttributeSet.builder().put("number", number).build();
  }

  private HistogramPoint point(AttributeSet attributes) {
    return Points.histogram(metrics.collect(), "test.duration", attributes);
  }

  @Test
  void sumMinimumMaximumAndCountAreExact() {
    Timing timing = family.series(named("a"));
    timing.record(5);
    timing.record(-7);
    timing.record(123_456_789);
    timing.record(ValueRange.NANOS.highestTrackable * 3);

    HistogramPoint point = point(named("a"));

    assertThat(point.count()).isEqualTo(4);
    assertThat(point.sum()).isEqualTo(5 + 123_456_789 + ValueRange.NANOS.highestTrackable * 3);
    assertThat(point.min()).isZero();
    assertThat(point.max()).isEqualTo(ValueRange.NANOS.highestTrackable * 3);
    assertThat(point.startEpochNanos()).isEqualTo(clock.epochNanos());
  }

  @Test
  void whatWasMadeOfASeriesIsRememberedUntilItsNextValue() {
    Timing timing = family.series(named("a"));
    timing.record(1_000_000);
    HistogramPoint first = point(named("a"));
    assertThat(first.converted()).isNull();
    assertThat(point(named("a")).buckets()).as("nothing was made of it").isEqualTo(1);
    first.converted("made");

    HistogramPoint quiet = point(named("a"));
    assertThat(quiet.converted()).isEqualTo("made");
    assertThat(quiet.buckets()).as("not read again").isZero();
    assertThat(quiet.count()).isEqualTo(1);
    assertThat(quiet.max()).isEqualTo(1_000_000);

    timing.record(2_000_000);
    HistogramPoint changed = point(named("a"));
    assertThat(changed.converted()).isNull();
    assertThat(changed.buckets()).isEqualTo(2);
    quiet.converted("too late");
    assertThat(point(named("a")).converted()).isNull();
  }

  @Test
  void aSeriesThatBeginsAnewRemembersNothing() {
    family.series(named("a")).record(1_000_000);
    point(named("a")).converted("made");
    clock.advance(IDLE_NANOS);
    assertThat(metrics.collect()).as("let go").noneMatch(s -> s.instrument() == DURATION);
    family.series(named("a")).record(3_000_000);

    assertThat(point(named("a")).converted()).isNull();
    assertThat(point(named("a")).buckets()).isEqualTo(1);
  }

  @Test
  void aBucketsMiddleIsWithinTheErrorThatThePointStates() {
    Random random = new Random(1);
    for (int i = 0; i < 2_000; i++) {
      long nanos = (long) Math.pow(10, random.nextDouble() * 12.5);
      AttributeSet attributes = named("a" + i);
      family.series(attributes).record(nanos);
      HistogramPoint point = point(attributes);
      assertThat(point.buckets()).isEqualTo(1);
      assertThat(Math.abs(point.bucketValue(0) - nanos))
          .as("%d ns", nanos)
          .isLessThanOrEqualTo(Math.max(512, (long) (nanos * 0.004)));
      clock.advance(IDLE_NANOS);
      metrics.collect();
    }
  }

  @Test
  void percentilesOfAKnownDistributionAreWithinTheError() {
    Timing timing = family.series(named("a"));
    long[] all = new long[50_000];
    Random random = new Random(2);
    for (int i = 0; i < all.length; i++) {
      all[i] = (long) (5e6 * Math.exp(random.nextGaussian()));
      timing.record(all[i]);
    }
    Arrays.sort(all);

    HistogramPoint point = point(named("a"));

    for (double percentile : new double[] {1, 50, 90, 95, 99, 99.9, 100}) {
      long exact = all[(int) Math.ceil(percentile / 100 * all.length) - 1];
      assertThat(Points.percentile(point, percentile))
          .as("p%s of %d", percentile, exact)
          .isBetween((long) (exact * 0.996) - 1, (long) (exact * 1.004) + 1);
    }
  }

  @Test
  void pointsAreCumulativeAndUnusedSeriesHaveNone() {
    Timing timing = family.series(named("a"));
    assertThat(Points.histograms(metrics.collect(), "test.duration")).isEmpty();
    timing.record(1_000);
    assertThat(point(named("a")).count()).isEqualTo(1);
    timing.record(1_000);
    HistogramPoint second = point(named("a"));
    assertThat(second.count()).isEqualTo(2);
    assertThat(second.bucketCount(0)).isEqualTo(2);
  }

  @Test
  void aChildCountsInItsParentToo() {
    TimingFamily parents = metrics.timing(PARENT);
    Timing parent = parents.series(named("p"));
    family.series(named("a"), parent).record(1_000);
    family.series(named("b"), parent).record(2_000);
    parent.record(4_000);

    List<MetricSnapshot> snapshots = metrics.collect();

    HistogramPoint point = Points.histogram(snapshots, "test.parent", named("p"));
    assertThat(point.count()).isEqualTo(3);
    assertThat(point.sum()).isEqualTo(7_000);
    assertThat(Points.histogram(snapshots, "test.duration", named("a")).sum()).isEqualTo(1_000);
  }

  @Test
  void twoHandlesOfOneNameAreOneSeries() {
    Timing one = family.series(named("a"));
    Timing two = family.series(named("a"));
    one.record(1);
    two.record(2);
    assertThat(point(named("a")).count()).isEqualTo(2);
    two.record(3);
    assertThat(point(named("a")).sum()).isEqualTo(6);
  }

  @Test
  void pastTheBoundDurationsGoToTheOverflowSeriesAndToTheRightParent() {
    Timing parent = metrics.timing(PARENT).series(named("p"));
    for (int i = 0; i < Metrics.MAX_SERIES + 5; i++) {
      family.series(numbered(i), parent).record(1_000);
    }
    List<MetricSnapshot> snapshots = metrics.collect();

    assertThat(Points.histograms(snapshots, "test.duration")).hasSize(Metrics.MAX_SERIES + 1);
    assertThat(Points.histogram(snapshots, "test.duration", OVERFLOW).count()).isEqualTo(5);
    assertThat(Points.histogram(snapshots, "test.parent", named("p")).count())
        .isEqualTo(Metrics.MAX_SERIES + 5);
    AttributeSet instrument =
        AttributeSet.builder().put("gnomon.agent.instrument", "test.duration").build();
    assertThat(Points.number(snapshots, "gnomon.agent.series.overflows", instrument)).isEqualTo(5);
  }

  @Test
  void whatWasRefusedGetsItsSeriesOnceIdleOnesWereLetGo() {
    for (int i = 0; i < Metrics.MAX_SERIES; i++) {
      family.series(numbered(i)).record(1_000);
    }
    Timing refused = family.series(named("late"));
    refused.record(1_000);
    assertThat(point(OVERFLOW).count()).isEqualTo(1);

    clock.advance(IDLE_NANOS);
    metrics.collect();
    refused.record(2_000);

    List<HistogramPoint> points = Points.histograms(metrics.collect(), "test.duration");
    assertThat(points).hasSize(1);
    assertThat(points.get(0).attributes()).isEqualTo(named("late"));
    assertThat(points.get(0).sum()).isEqualTo(2_000);
  }

  @Test
  void anIdleSeriesIsLetGoAndComesBackThroughItsOldHandleWithANewStart() {
    Timing timing = family.series(named("a"));
    timing.record(1_000);
    long firstStart = point(named("a")).startEpochNanos();

    clock.advance(IDLE_NANOS);
    assertThat(Points.histograms(metrics.collect(), "test.duration")).isEmpty();
    timing.record(3_000);
    family.series(named("a")).record(4_000);

    HistogramPoint point = point(named("a"));
    assertThat(point.startEpochNanos()).isGreaterThan(firstStart);
    assertThat(point.count()).isEqualTo(2);
    assertThat(point.sum()).isEqualTo(7_000);
  }

  @Test
  void aSeriesThatWasNotReadSinceItsLastUseIsNotLetGo() {
    family.series(named("a")).record(1_000);
    metrics.drain();
    clock.advance(10 * IDLE_NANOS);
    assertThat(point(named("a")).count()).isEqualTo(1);
  }

  @Test
  void recordingDoesNotAllocate() {
    Metrics usual = new Metrics(clock);
    Timing timing =
        usual.timing(DURATION).series(named("a"), usual.timing(PARENT).series(named("p")));
    long[] nanos = {0};
    Runnable record =
        () -> {
          nanos[0] = (nanos[0] * 31 + 17) % 10_000_000;
          timing.record(nanos[0]);
        };
    for (int i = 0; i < 500_000; i++) {
      record.run();
    }
    assertThat(Allocation.bytesOf(10_000, record)).isZero();
  }

  @Test
  void twoThousandTypicalSeriesStayWithinTheirShareOfTheHeap() {
    Random random = new Random(3);
    for (int i = 0; i < Metrics.MAX_SERIES; i++) {
      Timing timing = family.series(numbered(i));
      double medianNanos = 1e6 * Math.exp(2 * random.nextGaussian());
      for (int k = 0; k < 500; k++) {
        timing.record((long) (medianNanos * Math.exp(0.7 * random.nextGaussian())));
      }
    }
    metrics.drain();
    assertThat(family.footprintBytes()).isLessThan(16L << 20);
  }

  @Test
  void evenTheLongestDurationsKeepTwoThousandSeriesWithin32MiB() {
    for (int i = 0; i < Metrics.MAX_SERIES; i++) {
      family.series(numbered(i)).record(Long.MAX_VALUE);
    }
    metrics.drain();
    assertThat(family.footprintBytes()).isBetween(16L << 20, 32L << 20);
  }

  @Test
  void aSeriesThatOutgrowsIntsKeepsItsCounts() {
    IntCountsHistogram narrow = new IntCountsHistogram(1_000, 2_000, 2);
    narrow.setAutoResize(true);
    narrow.recordValueWithCount(1_000, Integer.MAX_VALUE);

    AbstractHistogram wide = ValueSeries.widened(narrow);
    wide.recordValue(1_000);
    wide.recordValue(ValueRange.NANOS.highestTrackable);

    assertThat(wide.getCountAtValue(1_000)).isEqualTo(Integer.MAX_VALUE + 1L);
    assertThat(wide.getTotalCount()).isEqualTo(Integer.MAX_VALUE + 2L);
  }

  @Test
  void countersAddUpAndOverflow() {
    CounterFamily counters = metrics.counter(SUM);
    for (int i = 0; i < Metrics.MAX_SERIES + 3; i++) {
      counters.series(numbered(i)).add(2);
    }
    counters.series(numbered(0)).add(5);

    List<MetricSnapshot> snapshots = metrics.collect();

    assertThat(Points.number(snapshots, "test.sum", numbered(0))).isEqualTo(7);
    assertThat(Points.number(snapshots, "test.sum", OVERFLOW)).isEqualTo(6);
    assertThat(Points.numbers(snapshots, "test.sum")).hasSize(Metrics.MAX_SERIES + 1);
  }

  @Test
  void aNumberIsToldInTheUnitOfItsInstrument() {
    Instrument seconds =
        Instrument.decimal(Instrument.Kind.COUNTER, "cpu.time", "s", 1e9, "Processor time.");
    metrics.observe(seconds, () -> 2_500_000_000L);
    metrics.observe(SUM, () -> 3);
    NumberPoint cpu = point("cpu.time");
    assertThat(cpu.value()).isEqualTo(2.5);
    assertThat(cpu.integral()).isFalse();
    assertThat(point(SUM.name()).integral()).isTrue();
  }

  private NumberPoint point(String name) {
    return metrics.collect().stream()
        .filter(each -> each.instrument().name().equals(name))
        .findFirst()
        .orElseThrow()
        .numbers()
        .get(0);
  }

  @Test
  void observedNumbersAreReadAtCollectAndOneThatThrowsIsCounted() {
    long[] value = {7};
    metrics.observe(SUM, () -> value[0]);
    metrics.observe(
        Instrument.number(Instrument.Kind.GAUGE, "test.broken", "1", "Test."),
        () -> {
          throw new IllegalStateException("broken");
        });
    value[0] = 8;

    List<MetricSnapshot> snapshots = metrics.collect();

    assertThat(Points.number(snapshots, "test.sum", AttributeSet.EMPTY)).isEqualTo(8);
    assertThat(Points.numbers(snapshots, "test.broken")).isEmpty();
    AttributeSet broken =
        AttributeSet.builder().put("gnomon.agent.instrument", "test.broken").build();
    assertThat(Points.number(metrics.collect(), "gnomon.agent.observer.failures", broken))
        .isEqualTo(2);
  }

  @Test
  void aNameBelongsToOneKind() {
    assertThat(metrics.timing(DURATION)).isSameAs(family);
    assertThatThrownBy(
            () ->
                metrics.counter(
                    Instrument.number(Instrument.Kind.COUNTER, "test.duration", "1", "Test.")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("test.duration");
    assertThat(metrics.timing(DURATION)).isSameAs(family);
  }

  @Test
  void countsAreExactUnderConcurrentRecordingDrainingCollectingAndIdling() throws Exception {
    int threads = 4;
    int each = 200_000;
    Timing parent = metrics.timing(PARENT).series(named("p"));
    Timing[] timings = new Timing[8];
    for (int i = 0; i < timings.length; i++) {
      timings[i] = family.series(numbered(i), parent);
    }
    List<Thread> running = new ArrayList<>();
    for (int t = 0; t < threads; t++) {
      int seed = t;
      Thread thread =
          new Thread(
              () -> {
                for (int i = 0; i < each; i++) {
                  timings[(i + seed) & 7].record(1_000L * (i & 1_023));
                }
              });
      running.add(thread);
      thread.start();
    }
    long last = 0;
    while (running.stream().anyMatch(Thread::isAlive)) {
      metrics.drain();
      List<MetricSnapshot> snapshots = metrics.collect();
      long now = Points.totalCount(snapshots, "test.parent");
      assertThat(now).isGreaterThanOrEqualTo(last);
      last = now;
      for (HistogramPoint point : Points.histograms(snapshots, "test.duration")) {
        long inBuckets = 0;
        for (int i = 0; i < point.buckets(); i++) {
          inBuckets += point.bucketCount(i);
        }
        assertThat(inBuckets).isEqualTo(point.count());
      }
    }
    for (Thread thread : running) {
      thread.join();
    }
    List<MetricSnapshot> snapshots = metrics.collect();
    assertThat(Points.totalCount(snapshots, "test.duration")).isEqualTo((long) threads * each);
    assertThat(Points.totalCount(snapshots, "test.parent")).isEqualTo((long) threads * each);
  }

  @Test
  void nothingIsLostWhenSeriesAreLetGoWhileTheyAreUsed() throws Exception {
    int each = 200_000;
    Timing timing = family.series(named("a"));
    Thread thread =
        new Thread(
            () -> {
              for (int i = 0; i < each; i++) {
                timing.record(1_000);
              }
            });
    thread.start();
    long total = 0;
    long start = 0;
    long ofThisStart = 0;
    boolean alive = true;
    while (alive) {
      alive = thread.isAlive();
      clock.advance(IDLE_NANOS);
      for (HistogramPoint point : Points.histograms(metrics.collect(), "test.duration")) {
        if (point.startEpochNanos() != start) {
          total += ofThisStart;
          start = point.startEpochNanos();
        }
        ofThisStart = point.count();
      }
    }
    thread.join();
    assertThat(total + ofThisStart).isEqualTo(each);
  }
}
