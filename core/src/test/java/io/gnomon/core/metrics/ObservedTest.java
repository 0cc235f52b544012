package io.gnomon.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gnomon.core.attributes.AttributeSet;
import io.gnomon.core.clock.ManualClock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ObservedTest {

  private static final String NAME = "test.pool";
  private static final AttributeSet OVERFLOW =
      AttributeSet.builder().put("otel.metric.overflow", true).build();
  private static final AttributeSet OWN =
      AttributeSet.builder().put("gnomon.agent.instrument", NAME).build();

  private final ManualClock clock = new ManualClock();
  private final Metrics metrics = new Metrics(clock);
  private final List<AttributeSet> reported = new ArrayList<>();

  private static AttributeSet pool(int number) {
    return AttributeSet.builder().put("pool", number).build();
  }

  private void observe(Instrument.Kind kind) {
    metrics.observe(
        Instrument.number(kind, NAME, "{connection}", "Test."),
        sink -> {
          for (AttributeSet attributes : reported) {
            sink.number(attributes, reported.indexOf(attributes) + 1);
          }
        });
  }

  private void report(int from, int to) {
    for (int i = from; i < to; i++) {
      reported.add(pool(i));
    }
  }

  private List<NumberPoint> collect() {
    clock.advance(10);
    return Points.numbers(metrics.collect(), NAME);
  }

  @Test
  void everySeriesHasItsOwnNumber() {
    observe(Instrument.Kind.UP_DOWN_COUNTER);
    report(0, 3);

    assertThat(collect()).extracting(NumberPoint::value).containsExactly(1.0, 2.0, 3.0);
    assertThat(collect())
        .extracting(NumberPoint::attributes)
        .containsExactly(pool(0), pool(1), pool(2));
  }

  @Test
  void whatCountedBeforeItIsObservedMaySaySinceWhen() {
    metrics.observe(
        Instrument.number(Instrument.Kind.COUNTER, NAME, "{connection}", "Test."),
        sink -> sink.number(pool(0), 7),
        -5);

    assertThat(collect()).extracting(NumberPoint::startEpochNanos).containsExactly(-5L);
    assertThat(collect()).extracting(NumberPoint::startEpochNanos).containsExactly(-5L);
  }

  @Test
  void whatReportsNothingHasNoPoint() {
    observe(Instrument.Kind.GAUGE);

    assertThat(metrics.collect())
        .extracting(snapshot -> snapshot.instrument().name())
        .doesNotContain(NAME);
  }

  @Test
  void aSeriesStartsAtTheCollectionBeforeItWasSeenAndKeepsItsStart() {
    long made = clock.epochNanos();
    observe(Instrument.Kind.COUNTER);
    report(0, 1);
    assertThat(collect()).extracting(NumberPoint::startEpochNanos).containsExactly(made);
    long before = clock.epochNanos();
    report(1, 2);

    assertThat(collect()).extracting(NumberPoint::startEpochNanos).containsExactly(made, before);
    assertThat(collect()).extracting(NumberPoint::startEpochNanos).containsExactly(made, before);
  }

  @Test
  void aSeriesThatIsNotReportedEndsAndStartsAnewWhenItIs() {
    observe(Instrument.Kind.COUNTER);
    report(0, 1);
    long first = collect().get(0).startEpochNanos();
    reported.clear();
    assertThat(collect()).isEmpty();
    long gone = clock.epochNanos();
    report(0, 1);

    assertThat(collect()).extracting(NumberPoint::startEpochNanos).containsExactly(gone);
    assertThat(gone).isGreaterThan(first);
  }

  @Test
  void numbersOfTheSameSeriesAddUpInASum() {
    observe(Instrument.Kind.UP_DOWN_COUNTER);
    Collections.addAll(reported, pool(7), pool(8), pool(8));

    assertThat(collect()).extracting(NumberPoint::value).containsExactly(1.0, 4.0);
  }

  @Test
  void ofNumbersOfTheSameSeriesTheLastHoldsInAGauge() {
    long[] value = {0};
    metrics.observe(
        Instrument.number(Instrument.Kind.GAUGE, NAME, "1", "Test."),
        sink -> {
          sink.number(AttributeSet.EMPTY, ++value[0]);
          sink.number(AttributeSet.EMPTY, ++value[0]);
        });

    assertThat(collect()).extracting(NumberPoint::value).containsExactly(2.0);
  }

  @Test
  void whatIsOverTheBoundIsCountedAndAddedUpApart() {
    observe(Instrument.Kind.UP_DOWN_COUNTER);
    report(0, Metrics.MAX_SERIES + 3);

    List<MetricSnapshot> snapshots = metrics.collect();

    assertThat(Points.numbers(snapshots, NAME)).hasSize(Metrics.MAX_SERIES + 1);
    assertThat(Points.number(snapshots, NAME, OVERFLOW))
        .isEqualTo(3 * Metrics.MAX_SERIES + 1 + 2 + 3);
    assertThat(Points.number(snapshots, "gnomon.agent.series.overflows", OWN)).isEqualTo(3);
    assertThat(collect()).hasSize(Metrics.MAX_SERIES + 1);
  }

  @Test
  void aGaugeOverTheBoundHasNoPoint() {
    observe(Instrument.Kind.GAUGE);
    report(0, Metrics.MAX_SERIES + 3);

    List<MetricSnapshot> snapshots = metrics.collect();

    assertThat(Points.numbers(snapshots, NAME)).hasSize(Metrics.MAX_SERIES);
    assertThat(Points.number(snapshots, "gnomon.agent.series.overflows", OWN)).isEqualTo(3);
  }

  @Test
  void aSeriesKeepsItsPlaceAndAnEndedOneGivesItsPlaceUp() {
    observe(Instrument.Kind.GAUGE);
    report(1, 1 + Metrics.MAX_SERIES);
    collect();
    reported.add(0, pool(0));
    assertThat(collect()).extracting(NumberPoint::attributes).doesNotContain(pool(0));
    reported.remove(pool(1));
    collect();

    assertThat(collect())
        .hasSize(Metrics.MAX_SERIES)
        .extracting(NumberPoint::attributes)
        .contains(pool(0), pool(2));
  }

  @Test
  void anObserverThatThrowsLosesItsPointsOfThatTimeAndNothingElse() {
    Throwable[] thrown = {null};
    metrics.observe(
        Instrument.number(Instrument.Kind.COUNTER, NAME, "1", "Test."),
        sink -> {
          sink.number(AttributeSet.EMPTY, 5);
          if (thrown[0] instanceof Error) {
            throw (Error) thrown[0];
          }
        });
    metrics.observe(
        Instrument.number(Instrument.Kind.COUNTER, "test.other", "1", "Test."), () -> 1);
    long start = collect().get(0).startEpochNanos();
    thrown[0] = new NoClassDefFoundError("gone");
    clock.advance(10);
    List<MetricSnapshot> failed = metrics.collect();
    thrown[0] = null;

    assertThat(Points.numbers(failed, NAME)).isEmpty();
    assertThat(Points.number(failed, "test.other", AttributeSet.EMPTY)).isEqualTo(1);
    assertThat(Points.number(failed, "gnomon.agent.observer.failures", OWN)).isEqualTo(1);
    assertThat(collect()).extracting(NumberPoint::startEpochNanos).containsExactly(start);
  }

  @Test
  void aHistogramIsNotObserved() {
    assertThatThrownBy(
            () ->
                metrics.observe(
                    Instrument.count(NAME, "{row}", "Test.", Collections.emptyList()), () -> 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(NAME);
  }
}
