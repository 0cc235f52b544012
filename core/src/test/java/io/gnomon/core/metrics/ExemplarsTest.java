package io.gnomon.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.core.attributes.AttributeSet;
import io.gnomon.core.clock.ManualClock;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ExemplarsTest {

  private static final long MILLI = 1_000_000L;
  private static final Instrument ONE =
      Instrument.duration("one", "One.", Collections.singletonList(1.0));
  private static final Instrument OTHER =
      Instrument.duration("other", "Other.", Collections.singletonList(1.0));

  private final ManualClock clock = new ManualClock();
  private final Metrics metrics = new Metrics(clock);
  private final Timing timing = metrics.timing(ONE).series(named("a"));

  private static AttributeSet named(String name) {
    return AttributeSet.builder().put("name", name).build();
  }

  private static void record(Timing timing, long value, long spanId) {
    timing.record(value);
    timing.exemplar(value, 1_000 + spanId, 1, 2, spanId);
  }

  private static List<Long> spanIds(HistogramPoint point) {
    return point.exemplars().stream().map(Exemplar::spanId).collect(Collectors.toList());
  }

  private List<Long> collected(String instrument, String name) {
    return spanIds(Points.histogram(metrics.collect(), instrument, named(name)));
  }

  @Test
  void theFirstValueOfASeriesCanHaveOne() {
    record(timing, 5 * MILLI, 7);
    Exemplar exemplar = Points.histogram(metrics.collect(), "one", named("a")).exemplars().get(0);
    assertThat(exemplar.value()).isEqualTo(5 * MILLI);
    assertThat(exemplar.epochNanos()).isEqualTo(1_007);
    assertThat(exemplar.traceHigh()).isEqualTo(1);
    assertThat(exemplar.traceLow()).isEqualTo(2);
    assertThat(exemplar.spanId()).isEqualTo(7);
  }

  @Test
  void eachIsHandedOutOnceAndALookHandsOutNone() {
    record(timing, 5 * MILLI, 7);
    assertThat(Points.histogram(metrics.look(), "one", named("a")).exemplars()).isEmpty();
    assertThat(collected("one", "a")).containsExactly(7L);
    assertThat(collected("one", "a")).isEmpty();
    record(timing, 5 * MILLI, 8);
    assertThat(collected("one", "a")).containsExactly(8L);
  }

  @Test
  void theLatestOfEachPowerOfTwoStays() {
    for (int i = 1; i <= 100; i++) {
      record(timing, 10 * MILLI + i, i);
      record(timing, 100 * MILLI + i, 1_000 + i);
    }
    record(timing, 10 * MILLI, 200);
    assertThat(collected("one", "a")).containsExactly(1_100L, 200L);
  }

  @Test
  void ofMorePowersThanThereIsRoomForTheLowerGiveWay() {
    for (int i = 0; i < 20; i++) {
      record(timing, 1L << (i + 10), i + 1);
    }
    assertThat(collected("one", "a")).containsExactly(13L, 14L, 15L, 16L, 17L, 18L, 19L, 20L);

    for (int i = 20; i > 0; i--) {
      record(timing, 1L << (i + 10), i);
    }
    assertThat(collected("one", "a")).containsExactly(20L, 19L, 18L, 17L, 16L, 15L, 14L, 13L);
  }

  @Test
  void whatCountsInTwoSeriesIsAnExemplarOfBoth() {
    Timing pair = metrics.timing(OTHER).series(named("b"), timing);
    record(pair, 3 * MILLI, 5);
    List<MetricSnapshot> snapshots = metrics.collect();
    assertThat(spanIds(Points.histogram(snapshots, "one", named("a")))).containsExactly(5L);
    assertThat(spanIds(Points.histogram(snapshots, "other", named("b")))).containsExactly(5L);
  }

  @Test
  void severalHandlesToOneSeriesGiveToTheSame() {
    timing.record(MILLI);
    Timing same = metrics.timing(ONE).series(named("a"));
    record(timing, MILLI, 1);
    record(same, 4 * MILLI, 2);
    assertThat(collected("one", "a")).containsExactly(1L, 2L);
  }

  @Test
  void ofASeriesThatWasLetGoNothingIsLeftUntilItComesBack() {
    record(timing, MILLI, 1);
    metrics.look();
    clock.advance(2 * Metrics.IDLE_NANOS);
    assertThat(Points.histograms(metrics.collect(), "one")).isEmpty();
    timing.exemplar(MILLI, 1, 1, 1, 2);
    assertThat(Points.histograms(metrics.collect(), "one")).isEmpty();
    timing.record(MILLI);
    assertThat(collected("one", "a")).containsExactly(2L);
  }

  @Test
  void ofAFullInstrumentTheOverflowSeriesHasThem() {
    for (int i = 0; i < Metrics.MAX_SERIES; i++) {
      metrics.timing(ONE).series(named("n" + i)).record(MILLI);
    }
    metrics.drain();
    record(timing, MILLI, 9);
    assertThat(spanIds(Points.histogram(metrics.collect(), "one", Overflow.ATTRIBUTES)))
        .containsExactly(9L);
  }
}
