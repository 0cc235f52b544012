package io.gnomon.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gnomon.core.Allocation;
import io.gnomon.core.attributes.AttributeSet;
import io.gnomon.core.clock.ManualClock;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CountHistogramTest {

  private static final Instrument ROWS =
      Instrument.count("test.rows", "{row}", "Test.", Arrays.asList(1.0, 10.0));

  private final Metrics metrics = new Metrics(new ManualClock());
  private final Timing rows = metrics.timing(ROWS).series(AttributeSet.EMPTY);

  private HistogramPoint point() {
    return Points.histogram(metrics.collect(), "test.rows", AttributeSet.EMPTY);
  }

  @Test
  void aSmallCountHasABucketOfItsOwn() {
    for (int count = 0; count < 256; count++) {
      for (int times = 0; times <= count % 3; times++) {
        rows.record(count);
      }
    }

    HistogramPoint point = point();

    assertThat(point.buckets()).isEqualTo(256);
    for (int count = 0; count < 256; count++) {
      assertThat(point.bucketValue(count)).isEqualTo(count);
      assertThat(point.bucketCount(count)).isEqualTo(count % 3 + 1);
    }
  }

  @Test
  void aLargeCountIsKnownToFourTenthsOfAPercent() {
    for (long count = 256; count < ValueRange.COUNTS.highestTrackable; count = count * 3 + 1) {
      Metrics one = new Metrics(new ManualClock());
      one.timing(ROWS).series(AttributeSet.EMPTY).record(count);
      HistogramPoint point = Points.histogram(one.collect(), "test.rows", AttributeSet.EMPTY);
      assertThat(point.bucketValue(0)).isBetween((long) (count * 0.996), (long) (count * 1.004));
    }
  }

  @Test
  void sumMinimumAndMaximumAreExactBeyondTheLastBucket() {
    rows.record(0);
    rows.record(-1);
    rows.record(1_000_003);
    rows.record(ValueRange.COUNTS.highestTrackable * 1_000);

    HistogramPoint point = point();

    assertThat(point.count()).isEqualTo(4);
    assertThat(point.sum()).isEqualTo(1_000_003 + ValueRange.COUNTS.highestTrackable * 1_000);
    assertThat(point.min()).isZero();
    assertThat(point.max()).isEqualTo(ValueRange.COUNTS.highestTrackable * 1_000);
    assertThat(point.bucketValue(0)).isZero();
    assertThat(point.bucketCount(0)).isEqualTo(2);
  }

  @Test
  void theInstrumentSaysItsUnitScaleAndBoundaries() {
    assertThat(ROWS.unit()).isEqualTo("{row}");
    assertThat(ROWS.perUnit()).isEqualTo(1);
    assertThat(ROWS.boundaries()).containsExactly(1.0, 10.0);
    assertThat(Instrument.duration("d", "Test.", Arrays.asList(0.1)).perUnit()).isEqualTo(1e9);
  }

  @Test
  void aHistogramIsNoNumberAndANumberNoHistogram() {
    assertThatThrownBy(
            () -> Instrument.number(Instrument.Kind.COUNT_HISTOGRAM, "test.n", "1", "Test."))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                metrics.timing(Instrument.number(Instrument.Kind.COUNTER, "test.n", "1", "Test.")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("test.n");
  }

  @Test
  void recordingDoesNotAllocate() {
    long[] count = {0};
    Runnable record =
        () -> {
          count[0] = (count[0] * 31 + 17) % 10_000;
          rows.record(count[0]);
        };
    for (int i = 0; i < 500_000; i++) {
      record.run();
    }
    assertThat(Allocation.bytesOf(10_000, record)).isZero();
  }
}
