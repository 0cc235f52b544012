package io.gnomon.agent.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.core.Core;
import io.gnomon.core.clock.Clock;
import io.gnomon.core.log.LogSettings;
import io.gnomon.core.log.QueuedLog;
import io.gnomon.core.settings.LayeredSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkerTest {

  @TempDir Path folder;

  @Test
  void aRoundThatFailsIsCountedAndSkipsNeitherTheOthersNorTheLog() {
    Path file = folder.resolve("gnomon.log");
    Properties system = new Properties();
    system.setProperty("gnomon.log.file", file.toString());
    LayeredSettings source = new LayeredSettings(system, Map.of(), null);
    AgentSettings settings = new AgentSettings(source);
    QueuedLog log = new QueuedLog(LogSettings.read(source), Clock.SYSTEM);
    Core core = new Core(Clock.SYSTEM, log, settings.core(), settings.traces());
    AtomicInteger rounds = new AtomicInteger();
    Runnable failing =
        () -> {
          throw new StackOverflowError();
        };
    Worker worker =
        new Worker(
            settings,
            core.metrics(),
            log,
            core.failures(),
            List.of(failing, rounds::incrementAndGet));

    log.warn("a line");
    worker.finish(TimeUnit.SECONDS.toNanos(1));
    worker.run();

    assertThat(rounds).hasValue(1);
    assertThat(core.failures().count("worker")).isEqualTo(1);
    assertThat(file).content().contains("a line");
  }
}
