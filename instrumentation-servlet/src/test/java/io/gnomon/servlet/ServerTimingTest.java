package io.gnomon.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServerTimingTest {

  @Test
  void millisecondsHaveOneDigitAndNoExponent() {
    assertThat(ServerTiming.value(12_345_678, 3, 4_599_999))
        .isEqualTo("total;dur=12.3, db;dur=4.5;desc=\"3 queries\"");
    assertThat(ServerTiming.value(99_999, 1, 0))
        .isEqualTo("total;dur=0.0, db;dur=0.0;desc=\"1 query\"");
    assertThat(ServerTiming.value(36_000_000_000_000L, 0, -1))
        .isEqualTo("total;dur=36000000.0, db;dur=0.0;desc=\"0 queries\"");
  }
}
