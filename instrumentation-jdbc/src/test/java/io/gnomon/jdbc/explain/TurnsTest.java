package io.gnomon.jdbc.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.core.clock.Clock;
import org.junit.jupiter.api.Test;

class TurnsTest {

  private static final long INTERVAL_NANOS = 1_000;

  private long nanos;
  private final Turns turns =
      new Turns(
          new Clock() {
            @Override
            public long nanoTime() {
              return nanos;
            }

            @Override
            public long epochNanos() {
              return nanos;
            }
          },
          INTERVAL_NANOS);

  @Test
  void eachFingerprintHasOneTurnPerInterval() {
    assertThat(turns.take(1)).isTrue();
    assertThat(turns.take(1)).isFalse();
    assertThat(turns.take(2)).isTrue();
    nanos += INTERVAL_NANOS - 1;
    assertThat(turns.take(1)).isFalse();
    nanos++;
    assertThat(turns.take(1)).isTrue();
    assertThat(turns.take(1)).isFalse();
  }

  @Test
  void whatFindsNoRoomSharesOneTurnUntilIntervalsAreOver() {
    for (int i = 0; i < Turns.MAX_TURNS; i++) {
      assertThat(turns.take(i)).isTrue();
      assertThat(turns.take(i)).isFalse();
    }
    assertThat(turns.take(-1)).isTrue();
    assertThat(turns.take(-2)).isFalse();
    nanos += INTERVAL_NANOS;
    assertThat(turns.take(-1)).isTrue();
    assertThat(turns.take(-2)).isTrue();
    assertThat(turns.take(-2)).isFalse();
    assertThat(turns.take(0)).isTrue();
  }
}
