package io.gnomon.exporter.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.core.metrics.MetricSnapshot;
import io.gnomon.core.metrics.Snapshots;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.metrics.data.ExponentialHistogramPointData;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExponentialPointsTest {

  private static ExponentialHistogramPointData point(long... nanos) {
    return point(Snapshots.durations(1, nanos));
  }

  private static ExponentialHistogramPointData point(MetricSnapshot snapshot) {
    Values values = Values.of(snapshot.instrument(), snapshot.histograms().get(0));
    return ExponentialPoints.of(values, 2, Attributes.empty());
  }

  @Test
  void countSumMinAndMaxAreExact() {
    ExponentialHistogramPointData point = point(1_234_567, 89_012_345, 3_000_000_001L);

    assertThat(point.getCount()).isEqualTo(3);
    assertThat(point.getSum()).isEqualTo((1_234_567 + 89_012_345 + 3_000_000_001L) / 1e9);
    assertThat(point.getMin()).isEqualTo(1_234_567 / 1e9);
    assertThat(point.getMax()).isEqualTo(3_000_000_001L / 1e9);
  }

  @Test
  void zeroIsCountedApart() {
    ExponentialHistogramPointData point = point(0, 0, 1_000_000);

    assertThat(point.getZeroCount()).isEqualTo(2);
    assertThat(point.getCount()).isEqualTo(3);
    assertThat(point(0).getPositiveBuckets().getBucketCounts()).isEmpty();
  }

  @Test
  void countsGoAsTheyAre() {
    ExponentialHistogramPointData point = point(Snapshots.rows(1, 0, 1, 2, 2, 9_007_199_254_740L));

    assertThat(point.getCount()).isEqualTo(5);
    assertThat(point.getSum()).isEqualTo(9_007_199_254_745.0);
    assertThat(point.getMin()).isZero();
    assertThat(point.getMax()).isEqualTo(9_007_199_254_740.0);
    assertThat(point.getZeroCount()).isEqualTo(1);
    assertThat(point(Snapshots.rows(1, 0, 0)).getPositiveBuckets().getBucketCounts()).isEmpty();
  }

  @Test
  void aCountThatIsAPowerOfTwoIsTheUpperBoundOfItsBucket() {
    ExponentialHistogramPointData point = point(Snapshots.rows(1, 1, 2, 2));

    assertThat(point.getScale()).isEqualTo(6);
    assertThat(point.getPositiveBuckets().getOffset()).isEqualTo(-1);
    assertThat(point.getPositiveBuckets().getBucketCounts())
        .hasSize(65)
        .startsWith(1L)
        .endsWith(2L);
  }

  @Test
  void theScaleIsTheFinestThatFits() {
    assertThat(point(1_000_000).getScale()).isEqualTo(6);
    for (long ratio = 2; ratio < 1_000_000_000_000L; ratio *= 3) {
      ExponentialHistogramPointData point = point(1_000, 1_000 * ratio);
      int buckets = point.getPositiveBuckets().getBucketCounts().size();
      assertThat(buckets).isLessThanOrEqualTo(ExponentialPoints.MAX_BUCKETS);
      if (point.getScale() < ExponentialIndex.MAX_SCALE) {
        assertThat(buckets).isGreaterThanOrEqualTo(ExponentialPoints.MAX_BUCKETS / 2);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.05, 0.3, 1.0, 1.7})
  void aQuantileIsWithinTheStatedError(double spread) {
    Random random = new Random(42);
    long[] nanos = new long[20_000];
    for (int i = 0; i < nanos.length; i++) {
      nanos[i] = (long) Math.max(128_000, 20e6 * Math.exp(spread * random.nextGaussian()));
    }
    ExponentialHistogramPointData point = point(nanos);
    Arrays.sort(nanos);

    for (double q : new double[] {0.5, 0.9, 0.95, 0.99, 0.999}) {
      double exact = nanos[(int) Math.ceil(q * nanos.length) - 1] / 1e9;
      double read = Quantile.of(q, point);
      assertThat(Math.abs(read - exact) / exact)
          .isLessThanOrEqualTo(ExponentialPoints.relativeError(point.getScale()));
    }
  }

  @Test
  void theErrorOverFiveDecadesAndAHalfIsBelowFivePercent() {
    ExponentialHistogramPointData point = point(10_000, 5_000_000_000L);

    assertThat(point.getScale()).isEqualTo(3);
    assertThat(ExponentialPoints.relativeError(3)).isLessThan(0.05);
    assertThat(ExponentialPoints.relativeError(6)).isLessThan(0.01);
  }
}
