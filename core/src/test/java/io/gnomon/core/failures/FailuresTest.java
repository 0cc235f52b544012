package io.gnomon.core.failures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.gnomon.core.attributes.AttributeSet;
import io.gnomon.core.clock.ManualClock;
import io.gnomon.core.log.AgentLog;
import io.gnomon.core.log.RecordingLog;
import io.gnomon.core.metrics.Metrics;
import io.gnomon.core.metrics.Points;
import org.junit.jupiter.api.Test;

class FailuresTest {

  private final RecordingLog log = new RecordingLog();
  private final Metrics metrics = new Metrics(new ManualClock());
  private final Failures failures = new Failures(log, metrics.counter(Failures.INSTRUMENT));

  @Test
  void eachIsCountedByPartAndTheFirstOfAKindIsTold() {
    failures.caught("jdbc", new IllegalStateException("secret=1"));
    failures.caught("jdbc", new IllegalStateException("secret=2"));
    failures.caught("jdbc", new NullPointerException());
    failures.caught("servlet", new IllegalStateException());

    assertThat(log.lines()).hasSize(3);
    assertThat(log.lines().get(0))
        .contains("jdbc: java.lang.IllegalStateException")
        .contains("FailuresTest.java:")
        .doesNotContain("secret");
    assertThat(failures.count("jdbc")).isEqualTo(3);
    assertThat(
            Points.number(
                metrics.collect(),
                "gnomon.agent.failures",
                AttributeSet.builder().put("gnomon.agent.part", "jdbc").build()))
        .isEqualTo(3);
  }

  @Test
  void whatItHappenedToIsNamed() {
    failures.caught("weaver", "org/acme/Driver", new IllegalStateException());
    assertThat(log.lines().get(0)).contains("met with org/acme/Driver");
  }

  @Test
  void aVirtualMachineErrorIsCountedAndNotLogged() {
    failures.caught("jdbc", new OutOfMemoryError());
    assertThat(log.lines()).isEmpty();
    assertThat(failures.count("jdbc")).isEqualTo(1);
  }

  @Test
  void aLogThatThrowsDoesNotLetItOut() {
    Failures broken = new Failures(new ThrowingLog());
    assertThatCode(() -> broken.caught("jdbc", new IllegalStateException()))
        .doesNotThrowAnyException();
    assertThat(broken.count("jdbc")).isEqualTo(1);
  }

  private static final class ThrowingLog implements AgentLog {

    @Override
    public void info(String line) {
      throw new IllegalStateException(line);
    }

    @Override
    public void warn(String line) {
      throw new IllegalStateException(line);
    }

    @Override
    public void debug(String line) {
      throw new IllegalStateException(line);
    }
  }
}
