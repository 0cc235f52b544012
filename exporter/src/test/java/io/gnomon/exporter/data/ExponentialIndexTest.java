package io.gnomon.exporter.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExponentialIndexTest {

  @Test
  void aPowerOfTwoIsTheUpperBoundOfItsBucket() {
    for (int exponent = -40; exponent <= 40; exponent++) {
      double power = Math.scalb(1.0, exponent);
      assertThat(ExponentialIndex.of(power)).isEqualTo(exponent * 64 - 1);
      assertThat(ExponentialIndex.of(Math.nextUp(power))).isEqualTo(exponent * 64);
    }
  }

  @Test
  void everyNumberLiesBetweenTheBoundsOfItsBucket() {
    Random random = new Random(7);
    MathContext precision = new MathContext(60);
    for (int i = 0; i < 2_000; i++) {
      double value = Math.scalb(1 + random.nextDouble(), random.nextInt(40) - 30);
      int index = ExponentialIndex.of(value);
      // value^64 against 2^index, exactly enough to tell
      BigDecimal power = new BigDecimal(value).pow(64, precision);
      BigDecimal lower = pow2(index, precision);
      assertThat(power).isGreaterThan(lower);
      assertThat(power).isLessThanOrEqualTo(lower.multiply(BigDecimal.valueOf(2)));
    }
  }

  private static BigDecimal pow2(int exponent, MathContext precision) {
    return BigDecimal.valueOf(2).pow(exponent, precision);
  }

  @Test
  void theUpperBoundIsTheLastNumberOfABucket() {
    for (int shift = 0; shift <= ExponentialIndex.MAX_SCALE + 3; shift++) {
      for (int index = -(1_900 >> shift); index <= 2_800 >> shift; index++) {
        double bound = ExponentialIndex.upperBound(index, shift);
        assertThat(ExponentialIndex.of(bound) >> shift).isEqualTo(index);
        assertThat(ExponentialIndex.of(Math.nextUp(bound)) >> shift).isEqualTo(index + 1);
      }
    }
  }
}
