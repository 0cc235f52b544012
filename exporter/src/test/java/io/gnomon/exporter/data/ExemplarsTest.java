package io.gnomon.exporter.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.core.metrics.Exemplar;
import io.gnomon.core.metrics.MetricSnapshot;
import io.gnomon.core.metrics.Snapshots;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.metrics.data.DoubleExemplarData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.resources.Resource;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExemplarsTest {

  private static final Exemplar OLD = new Exemplar(2_500_000, 5, 1, 2, 3);
  private static final Exemplar NEW = new Exemplar(7_000_000, 6, 1, 4, 5);

  private static Values values(MetricSnapshot snapshot) {
    return Values.of(snapshot.instrument(), snapshot.histograms().get(0));
  }

  private static List<DoubleExemplarData> exponential(MetricSnapshot snapshot) {
    return ExponentialPoints.of(values(snapshot), 9, Attributes.empty()).getExemplars();
  }

  private static List<DoubleExemplarData> explicit(MetricSnapshot snapshot) {
    return new ExplicitPoint(values(snapshot), List.of(1.0), 9, Attributes.empty()).getExemplars();
  }

  @Test
  void aDurationIsInSecondsWithItsSpan() {
    MetricSnapshot snapshot = Snapshots.with(Snapshots.durations(1, 2_500_000), OLD);

    for (List<DoubleExemplarData> found : List.of(exponential(snapshot), explicit(snapshot))) {
      assertThat(found).hasSize(1);
      DoubleExemplarData exemplar = found.get(0);
      assertThat(exemplar.getValue()).isEqualTo(0.0025);
      assertThat(exemplar.getEpochNanos()).isEqualTo(5);
      assertThat(exemplar.getSpanContext().getTraceId())
          .isEqualTo("00000000000000010000000000000002");
      assertThat(exemplar.getSpanContext().getSpanId()).isEqualTo("0000000000000003");
      assertThat(exemplar.getSpanContext().isSampled()).isTrue();
      assertThat(exemplar.getFilteredAttributes().isEmpty()).isTrue();
    }
  }

  @Test
  void aCountIsTheNumberItself() {
    MetricSnapshot snapshot =
        Snapshots.with(Snapshots.rows(1, 40, 2), new Exemplar(40, 5, 1, 2, 3));

    assertThat(exponential(snapshot).get(0).getValue()).isEqualTo(40);
    assertThat(explicit(snapshot).get(0).getValue()).isEqualTo(40);
  }

  @Test
  void withoutAnyThereAreNone() {
    assertThat(exponential(Snapshots.durations(1, 1_000))).isEmpty();
    assertThat(explicit(Snapshots.durations(1, 1_000))).isEmpty();
  }

  @Test
  void aDeltaPointHasThoseOfItsOwnSnapshot() {
    MetricBatches batches = new MetricBatches(new Origin(Resource.empty(), "1"), true, false);
    batches.next(List.of(Snapshots.with(Snapshots.durations(1, 2_500_000), OLD)), 5);
    batches.accepted();
    List<MetricData> second =
        batches.next(List.of(Snapshots.with(Snapshots.durations(1, 2_500_000, 7_000_000), NEW)), 7);

    assertThat(second.get(0).getExponentialHistogramData().getPoints())
        .singleElement()
        .satisfies(
            point ->
                assertThat(point.getExemplars())
                    .extracting(DoubleExemplarData::getValue)
                    .containsExactly(0.007));
  }
}
