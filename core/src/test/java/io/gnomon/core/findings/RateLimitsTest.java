package io.gnomon.core.findings;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.core.clock.ManualClock;
import org.junit.jupiter.api.Test;

class RateLimitsTest {

  private static final long INTERVAL_NANOS = 10_000_000_000L;

  private final ManualClock clock = new ManualClock();

  @Test
  void fingerprintsPastTheBoundShareOneLimitUntilIdleOnesAreForgotten() {
    RateLimits limits = new RateLimits(clock, INTERVAL_NANOS);
    for (int i = 0; i < RateLimits.MAX_LIMITS; i++) {
      assertThat(limits.admit(i)).isZero();
    }
    assertThat(limits.admit(-1)).isZero();
    assertThat(limits.admit(-2)).isEqualTo(RateLimits.HELD_BACK);
    clock.advance(INTERVAL_NANOS);
    assertThat(limits.admit(-3)).isZero();
    assertThat(limits.admit(-4)).isZero();
  }
}
