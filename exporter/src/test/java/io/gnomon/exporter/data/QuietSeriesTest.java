package io.gnomon.exporter.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.core.attributes.AttributeSet;
import io.gnomon.core.clock.Clock;
import io.gnomon.core.metrics.Metrics;
import io.gnomon.core.metrics.Snapshots;
import io.gnomon.core.metrics.Timing;
import io.opentelemetry.sdk.metrics.data.ExponentialHistogramPointData;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.resources.Resource;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Series that get no value between exports, read from a real registry. */
class QuietSeriesTest {

  private static final Origin ORIGIN = new Origin(Resource.empty(), "1");

  private final Metrics metrics = new Metrics(Clock.SYSTEM);
  private final Timing timing =
      metrics.timing(Snapshots.DURATION).series(AttributeSet.builder().put("a", "b").build());

  private static MetricData duration(List<MetricData> batch) {
    return batch.stream()
        .filter(metric -> metric.getName().equals(Snapshots.DURATION.name()))
        .findFirst()
        .orElseThrow();
  }

  private ExponentialHistogramPointData exponential(MetricBatches batches, long epochNanos) {
    return duration(batches.next(metrics.collect(), epochNanos))
        .getExponentialHistogramData()
        .getPoints()
        .iterator()
        .next();
  }

  private void record(long... millis) {
    for (long each : millis) {
      timing.record(each * 1_000_000);
    }
  }

  @Test
  void cumulativePointsSayTheSameButForTheirTime() {
    MetricBatches cumulative = new MetricBatches(ORIGIN, false, false);
    record(0, 1, 20, 300);
    ExponentialHistogramPointData first = exponential(cumulative, 10);
    ExponentialHistogramPointData second = exponential(cumulative, 20);

    assertThat(second.getEpochNanos()).isEqualTo(20);
    assertThat(second.getCount()).isEqualTo(4);
    assertThat(second.getZeroCount()).isEqualTo(first.getZeroCount());
    assertThat(second.getScale()).isEqualTo(first.getScale());
    assertThat(second.getSum()).isEqualTo(0.321);
    assertThat(second.getMax()).isEqualTo(0.3);
    assertThat(second.getPositiveBuckets()).isSameAs(first.getPositiveBuckets());
    assertThat(second.getAttributes()).isSameAs(first.getAttributes());

    record(5_000);
    ExponentialHistogramPointData changed = exponential(cumulative, 30);
    assertThat(changed.getCount()).isEqualTo(5);
    assertThat(changed.getMax()).isEqualTo(5.0);
    assertThat(changed.getPositiveBuckets().getTotalCount())
        .isEqualTo(first.getPositiveBuckets().getTotalCount() + 1);
    assertThat(first.getCount()).as("what was sent stays as it was").isEqualTo(4);
  }

  @Test
  void deltaCountsWhatCameAfterAQuietInterval() {
    MetricBatches delta = new MetricBatches(ORIGIN, true, false);
    record(1, 2);
    assertThat(exponential(delta, 10).getCount()).isEqualTo(2);
    delta.accepted();
    delta.next(metrics.collect(), 20);
    delta.accepted();
    record(2, 3);
    ExponentialHistogramPointData point = exponential(delta, 30);

    assertThat(point.getCount()).isEqualTo(2);
    assertThat(point.getPositiveBuckets().getTotalCount()).isEqualTo(2);
    assertThat(point.getPositiveBuckets().getBucketCounts().stream().mapToLong(n -> n).sum())
        .isEqualTo(2);
  }

  @Test
  void explicitBucketsCountAllAgain() {
    MetricBatches explicit = new MetricBatches(ORIGIN, false, true);
    record(1, 2, 3);
    for (int i = 0; i < 2; i++) {
      HistogramPointData point =
          duration(explicit.next(metrics.collect(), 10))
              .getHistogramData()
              .getPoints()
              .iterator()
              .next();
      assertThat(point.getCounts().stream().mapToLong(n -> n).sum()).isEqualTo(3);
    }
  }
}
