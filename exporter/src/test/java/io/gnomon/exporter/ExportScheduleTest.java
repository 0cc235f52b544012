package io.gnomon.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.core.metrics.Instrument;
import io.gnomon.core.metrics.Snapshots;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ExportScheduleTest {

  private static final long INTERVAL = TimeUnit.SECONDS.toNanos(60);

  private final FakeClock clock = new FakeClock();
  private final Recorder source = new Recorder();
  private final ExportSchedule schedule = new ExportSchedule(clock, source, INTERVAL);

  private void seconds(long seconds) {
    clock.advance(TimeUnit.SECONDS.toNanos(seconds));
  }

  @Test
  void theFirstExportIsFiveSecondsAfterTheFirstData() {
    seconds(7);
    assertThat(schedule.metricsDue()).isFalse();
    source.snapshots = List.of(Snapshots.counter(1, 1));
    assertThat(schedule.metricsDue()).isFalse();
    seconds(4);
    assertThat(schedule.metricsDue()).isFalse();
    seconds(1);
    assertThat(schedule.metricsDue()).isTrue();
    assertThat(schedule.metricsDue()).isFalse();
    seconds(59);
    assertThat(schedule.metricsDue()).isFalse();
    seconds(1);
    assertThat(schedule.metricsDue()).isTrue();
  }

  @Test
  void figuresAboutOurselvesAreNoData() {
    Instrument own = Instrument.number(Instrument.Kind.COUNTER, "gnomon.agent.failures", "1", "");
    source.snapshots = List.of(Snapshots.number(own, 1, 1));
    assertThat(schedule.metricsDue()).isFalse();
    seconds(59);
    assertThat(schedule.metricsDue()).isFalse();
    seconds(1);
    assertThat(schedule.metricsDue()).isTrue();
  }

  @Test
  void missedIntervalsAreNotMadeUpFor() {
    seconds(60 * 10 + 5);
    assertThat(schedule.metricsDue()).isTrue();
    assertThat(schedule.metricsDue()).isFalse();
    seconds(55);
    assertThat(schedule.metricsDue()).isTrue();
  }

  @Test
  void anIntervalThatIsOffIsNeverDue() {
    ExportSchedule off = new ExportSchedule(clock, source, Long.MAX_VALUE);
    seconds(1_000_000);
    assertThat(off.metricsDue()).isFalse();
    assertThat(off.waitNanos()).isEqualTo(ExportSchedule.LOOK_NANOS);
  }
}
