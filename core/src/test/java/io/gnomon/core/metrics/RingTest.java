package io.gnomon.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.core.attributes.AttributeSet;
import io.gnomon.core.clock.ManualClock;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class RingTest {

  private final ManualClock clock = new ManualClock();
  private final Metrics metrics = new Metrics(clock, Long.MAX_VALUE, 1, 4);
  private final Timing timing =
      metrics
          .timing(Instrument.duration("test.duration", "Test.", Collections.emptyList()))
          .series(AttributeSet.EMPTY);
  private final Ring ring = new Ring(4);

  private long count() {
    return Points.totalCount(metrics.collect(), "test.duration");
  }

  @Test
  void refusesWhenFullAndTakesAgainWhenDrained() {
    for (int lap = 0; lap < 3; lap++) {
      for (int i = 0; i < 4; i++) {
        assertThat(ring.offer(timing, 1)).isTrue();
      }
      assertThat(ring.offer(timing, 1)).isFalse();
      ring.drain(0);
      assertThat(count()).isEqualTo(4 * (lap + 1));
    }
  }

  @Test
  void countsWhatWasPublishedBehindAThreadThatIsStillWriting() {
    ring.offer(timing, 1);
    long claimed = ring.claim();
    ring.offer(timing, 2);
    ring.drain(0);
    assertThat(count()).isEqualTo(2);
    ring.drain(0);
    assertThat(count()).isEqualTo(2);

    ring.publish(claimed, timing, 4);
    ring.drain(0);

    assertThat(count()).isEqualTo(3);
    for (int i = 0; i < 4; i++) {
      assertThat(ring.offer(timing, 1)).isTrue();
    }
    ring.drain(0);
    assertThat(count()).isEqualTo(7);
  }

  @Test
  void aDurationThatFindsAFullRingWithNothingToDrainStillCounts() {
    Recorder recorder = new Recorder(clock, 1, 4);
    for (int i = 0; i < 4; i++) {
      recorder.ringOfThisThread().claim();
    }
    recorder.record(timing, 5);
    assertThat(count()).isEqualTo(1);
  }
}
