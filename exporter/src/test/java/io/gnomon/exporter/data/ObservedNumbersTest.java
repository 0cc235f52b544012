package io.gnomon.exporter.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.core.attributes.AttributeSet;
import io.gnomon.core.clock.Clock;
import io.gnomon.core.metrics.Instrument;
import io.gnomon.core.metrics.MetricSnapshot;
import io.gnomon.core.metrics.Metrics;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import io.opentelemetry.sdk.metrics.data.LongPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.data.MetricDataType;
import io.opentelemetry.sdk.resources.Resource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Observed numbers from the registry to the wire, sent as deltas. */
class ObservedNumbersTest {

  private final TestClock clock = new TestClock();
  private final Metrics metrics = new Metrics(clock);
  private final MetricBatches delta =
      new MetricBatches(new Origin(Resource.empty(), "1"), true, false);
  private final Map<String, Long> pools = new TreeMap<>();
  private boolean broken;

  private void observe(Instrument.Kind kind) {
    metrics.observe(
        Instrument.number(kind, "test.pool", "{connection}", "Test."),
        sink -> {
          pools.forEach(
              (pool, value) ->
                  sink.number(AttributeSet.builder().put("pool", pool).build(), value));
          if (broken) {
            throw new IllegalStateException("broken");
          }
        });
  }

  /** The batch of a moment, accepted; of the observed instrument alone. */
  private List<MetricData> sendAt(long epochNanos) {
    clock.epochNanos = epochNanos;
    List<MetricSnapshot> snapshots =
        metrics.collect().stream()
            .filter(snapshot -> snapshot.instrument().name().equals("test.pool"))
            .collect(Collectors.toList());
    List<MetricData> batch = delta.next(snapshots, epochNanos);
    delta.accepted();
    return batch;
  }

  private static LongPointData only(List<MetricData> batch) {
    assertThat(batch).hasSize(1);
    assertThat(batch.get(0).getData().getPoints()).hasSize(1);
    return (LongPointData) batch.get(0).getData().getPoints().iterator().next();
  }

  @Test
  void aCounterIsSentAsWhatCameSince() {
    observe(Instrument.Kind.COUNTER);
    pools.put("a", 5L);
    LongPointData first = only(sendAt(10));
    pools.put("a", 7L);
    LongPointData second = only(sendAt(20));

    assertThat(first.getValue()).isEqualTo(5);
    assertThat(first.getStartEpochNanos()).isEqualTo(1);
    assertThat(second.getValue()).isEqualTo(2);
    assertThat(second.getStartEpochNanos()).isEqualTo(10);
    assertThat(sendAt(30)).isEmpty();
  }

  @Test
  void aPoolThatComesLaterIsSentWholeOverItsOwnInterval() {
    observe(Instrument.Kind.COUNTER);
    pools.put("a", 5L);
    sendAt(10);
    sendAt(20);
    pools.put("b", 4L);

    LongPointData point = only(sendAt(30));

    assertThat(point.getValue()).isEqualTo(4);
    assertThat(point.getStartEpochNanos()).isEqualTo(20);
    assertThat(point.getEpochNanos()).isEqualTo(30);
  }

  @Test
  void aReadingThatFailedDoublesNothing() {
    observe(Instrument.Kind.COUNTER);
    pools.put("a", 5L);
    sendAt(10);
    broken = true;
    pools.put("a", 6L);
    assertThat(sendAt(20)).isEmpty();
    broken = false;

    assertThat(only(sendAt(30)).getValue()).isEqualTo(1);
  }

  @Test
  void aPoolThatWasClosedAndOpenedAgainIsANewSeries() {
    observe(Instrument.Kind.COUNTER);
    pools.put("a", 5L);
    sendAt(10);
    pools.clear();
    assertThat(sendAt(20)).isEmpty();
    pools.put("a", 6L);

    LongPointData point = only(sendAt(30));

    assertThat(point.getValue()).isEqualTo(6);
    assertThat(point.getStartEpochNanos()).isEqualTo(20);
  }

  @Test
  void aSumThatFallsIsSentAsItIs() {
    observe(Instrument.Kind.UP_DOWN_COUNTER);
    pools.put("a", 5L);
    sendAt(10);
    pools.put("a", 3L);

    List<MetricData> batch = sendAt(20);

    assertThat(only(batch).getValue()).isEqualTo(3);
    assertThat(only(batch).getStartEpochNanos()).isEqualTo(1);
    assertThat(batch.get(0).getLongSumData().isMonotonic()).isFalse();
    assertThat(batch.get(0).getLongSumData().getAggregationTemporality())
        .isEqualTo(AggregationTemporality.CUMULATIVE);
  }

  @Test
  void aGaugeIsSentAsItIs() {
    observe(Instrument.Kind.GAUGE);
    pools.put("a", 5L);
    sendAt(10);

    List<MetricData> batch = sendAt(20);

    assertThat(batch.get(0).getType()).isEqualTo(MetricDataType.LONG_GAUGE);
    assertThat(only(batch).getValue()).isEqualTo(5);
  }

  private static final class TestClock implements Clock {

    private long epochNanos = 1;

    @Override
    public long nanoTime() {
      return epochNanos;
    }

    @Override
    public long epochNanos() {
      return epochNanos;
    }
  }
}
