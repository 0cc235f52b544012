package io.gnomon.exporter.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.core.metrics.Instrument;
import io.gnomon.core.metrics.MetricSnapshot;
import io.gnomon.core.metrics.Snapshots;
import io.opentelemetry.sdk.metrics.data.ExponentialHistogramPointData;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.metrics.data.LongPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.data.MetricDataType;
import io.opentelemetry.sdk.resources.Resource;
import java.util.List;
import org.junit.jupiter.api.Test;

class MetricBatchesTest {

  private static final Origin ORIGIN = new Origin(Resource.empty(), "1");

  private final MetricBatches delta = new MetricBatches(ORIGIN, true, false);

  private static LongPointData sum(List<MetricData> batch) {
    return batch.get(0).getLongSumData().getPoints().iterator().next();
  }

  private static ExponentialHistogramPointData histogram(List<MetricData> batch) {
    return batch.get(0).getExponentialHistogramData().getPoints().iterator().next();
  }

  private static HistogramPointData explicit(List<MetricData> batch) {
    return batch.get(0).getHistogramData().getPoints().iterator().next();
  }

  @Test
  void cumulativeHoldsNothingBack() {
    MetricBatches cumulative = new MetricBatches(ORIGIN, false, false);

    List<MetricData> batch = cumulative.next(List.of(Snapshots.counter(1, 5)), 10);

    assertThat(cumulative.pending()).isNull();
    assertThat(sum(batch).getValue()).isEqualTo(5);
    assertThat(sum(batch).getStartEpochNanos()).isEqualTo(1);
    assertThat(batch.get(0).getInstrumentationScopeInfo().getSchemaUrl())
        .isEqualTo(Origin.SCHEMA_URL);
  }

  @Test
  void deltaCountsSinceTheLastAcceptedBatch() {
    delta.next(List.of(Snapshots.counter(1, 5)), 10);
    delta.accepted();

    LongPointData point = sum(delta.next(List.of(Snapshots.counter(1, 7)), 20));

    assertThat(point.getValue()).isEqualTo(2);
    assertThat(point.getStartEpochNanos()).isEqualTo(10);
    assertThat(point.getEpochNanos()).isEqualTo(20);
  }

  @Test
  void deltaOfAHistogramSubtractsEveryBucket() {
    delta.next(List.of(Snapshots.durations(1, 5_000_000, 6_000_000)), 10);
    delta.accepted();

    ExponentialHistogramPointData point =
        histogram(delta.next(List.of(Snapshots.durations(1, 5_000_000, 6_000_000, 9_000_000)), 20));

    assertThat(point.getCount()).isEqualTo(1);
    assertThat(point.getSum()).isEqualTo(0.009);
    assertThat(point.getPositiveBuckets().getTotalCount()).isEqualTo(1);
    assertThat(point.getStartEpochNanos()).isEqualTo(10);
    assertThat(point.hasMin()).isFalse();
    assertThat(point.getMax()).isEqualTo(0.009);
  }

  @Test
  void deltaOfAHistogramOfCountsSubtractsEveryBucket() {
    delta.next(List.of(Snapshots.rows(1, 0, 3, 5)), 10);
    delta.accepted();

    List<MetricData> batch = delta.next(List.of(Snapshots.rows(1, 0, 3, 5, 0, 5, 7)), 20);

    ExponentialHistogramPointData point = histogram(batch);
    assertThat(batch.get(0).getUnit()).isEqualTo("{row}");
    assertThat(point.getCount()).isEqualTo(3);
    assertThat(point.getSum()).isEqualTo(12);
    assertThat(point.getZeroCount()).isEqualTo(1);
    assertThat(point.getPositiveBuckets().getTotalCount()).isEqualTo(2);
    assertThat(point.hasMin()).isFalse();
    assertThat(point.getMax()).isEqualTo(7);
  }

  @Test
  void countsFallIntoTheInstrumentsBuckets() {
    MetricBatches explicit = new MetricBatches(ORIGIN, true, true);

    HistogramPointData first =
        explicit(explicit.next(List.of(Snapshots.rows(1, 0, 1, 2, 10, 11, 5_000)), 10));
    explicit.accepted();
    HistogramPointData second =
        explicit(explicit.next(List.of(Snapshots.rows(1, 0, 1, 2, 10, 11, 5_000, 0, 3)), 20));

    assertThat(first.getBoundaries()).containsExactly(1.0, 10.0, 1000.0);
    assertThat(first.getCounts()).containsExactly(2L, 2L, 1L, 1L);
    assertThat(first.getSum()).isEqualTo(5_024);
    assertThat(first.getMin()).isZero();
    assertThat(first.getMax()).isEqualTo(5_000);
    assertThat(second.getCounts()).containsExactly(1L, 1L, 0L, 0L);
    assertThat(second.getSum()).isEqualTo(3);
  }

  @Test
  void aSeriesThatBeganAnewIsNotSubtracted() {
    delta.next(List.of(Snapshots.counter(1, 5)), 10);
    delta.accepted();

    LongPointData point = sum(delta.next(List.of(Snapshots.counter(15, 7)), 20));

    assertThat(point.getValue()).isEqualTo(7);
    assertThat(point.getStartEpochNanos()).isEqualTo(15);
  }

  @Test
  void aSumThatCouldNotBeReadOnceIsNotSentTwice() {
    delta.next(List.of(Snapshots.counter(1, 5)), 10);
    delta.accepted();
    delta.next(List.of(), 20);
    delta.accepted();

    LongPointData point = sum(delta.next(List.of(Snapshots.counter(1, 7)), 30));

    assertThat(point.getValue()).isEqualTo(2);
    assertThat(point.getStartEpochNanos()).isEqualTo(20);
  }

  @Test
  void whatDidNotChangeIsNotSent() {
    List<MetricSnapshot> same = List.of(Snapshots.counter(1, 5), Snapshots.durations(1, 1_000));
    delta.next(same, 10);
    delta.accepted();

    assertThat(delta.next(same, 20)).isEmpty();
  }

  @Test
  void aRefusedBatchIsCoveredByTheNext() {
    delta.next(List.of(Snapshots.counter(1, 5)), 10);
    delta.rejected();

    LongPointData point = sum(delta.next(List.of(Snapshots.counter(1, 7)), 20));

    assertThat(point.getValue()).isEqualTo(7);
    assertThat(point.getStartEpochNanos()).isEqualTo(1);
  }

  @Test
  void aSumThatFallsStaysCumulative() {
    Instrument active =
        Instrument.number(Instrument.Kind.UP_DOWN_COUNTER, "http.server.active_requests", "1", "");
    delta.next(List.of(Snapshots.number(active, 1, 5)), 10);
    delta.accepted();

    assertThat(sum(delta.next(List.of(Snapshots.number(active, 1, 3)), 20)).getValue())
        .isEqualTo(3);
  }

  @Test
  void numbersKeepTheirKind() {
    Instrument gauge = Instrument.number(Instrument.Kind.GAUGE, "g", "1", "");
    MetricBatches cumulative = new MetricBatches(ORIGIN, false, true);

    List<MetricData> batch =
        cumulative.next(
            List.of(
                Snapshots.number(gauge, 1, 1.5),
                Snapshots.number(gauge, 1, 2),
                Snapshots.number(Snapshots.COUNTER, 1, 2.5),
                Snapshots.durations(1, 5_000_000, 50_000_000, 2_000_000_000)),
            10);

    assertThat(batch)
        .extracting(MetricData::getType)
        .containsExactly(
            MetricDataType.DOUBLE_GAUGE,
            MetricDataType.LONG_GAUGE,
            MetricDataType.DOUBLE_SUM,
            MetricDataType.HISTOGRAM);
    assertThat(batch.get(3).getHistogramData().getPoints().iterator().next().getCounts())
        .containsExactly(1L, 1L, 0L, 1L);
  }
}
