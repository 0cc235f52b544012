package io.gnomon.core.spans;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SpanIdsTest {

  @Test
  void writesEveryDigitInItsPlace() {
    assertThat(SpanIds.hex(0x0123456789abcdefL, 0xfedcba9876543210L))
        .isEqualTo("0123456789abcdeffedcba9876543210");
    assertThat(SpanIds.hex(0x0123456789abcdefL)).isEqualTo("0123456789abcdef");
  }

  @Test
  void keepsLeadingZeros() {
    assertThat(SpanIds.hex(0, 1)).isEqualTo("00000000000000000000000000000001");
    assertThat(SpanIds.hex(1)).isEqualTo("0000000000000001");
  }

  @Test
  void writesAsTheJdkDoes() {
    Random random = new Random(5);
    for (int i = 0; i < 1000; i++) {
      long high = random.nextLong();
      long low = random.nextLong();
      assertThat(SpanIds.hex(high, low)).isEqualTo(String.format("%016x%016x", high, low));
      assertThat(SpanIds.hex(low)).isEqualTo(String.format("%016x", low));
    }
  }
}
