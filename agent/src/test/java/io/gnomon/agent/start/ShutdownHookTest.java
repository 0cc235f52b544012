package io.gnomon.agent.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.core.Core;
import io.gnomon.core.budgets.Budgets;
import io.gnomon.core.clock.Clock;
import io.gnomon.core.log.LogSettings;
import io.gnomon.core.log.QueuedLog;
import io.gnomon.core.settings.LayeredSettings;
import io.gnomon.exporter.CoreSource;
import io.gnomon.exporter.ExportMetrics;
import io.gnomon.exporter.Exporter;
import io.gnomon.jvm.JvmMetrics;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShutdownHookTest {

  @TempDir Path folder;

  @Test
  void aStepThatFailsIsCountedAndTheLogIsStillWritten() {
    Path file = folder.resolve("gnomon.log");
    Properties system = new Properties();
    system.setProperty("gnomon.log.file", file.toString());
    system.setProperty("gnomon.budget.default.p99", "1s");
    system.setProperty("otel.metrics.exporter", "none");
    system.setProperty("otel.logs.exporter", "none");
    system.setProperty("otel.traces.exporter", "none");
    LayeredSettings source = new LayeredSettings(system, Map.of(), null);
    AgentSettings settings = new AgentSettings(source);
    QueuedLog log = new QueuedLog(LogSettings.read(source), Clock.SYSTEM);
    Core core = new Core(Clock.SYSTEM, log, settings.core(), settings.traces());
    StoppingClock clock = new StoppingClock();
    Budgets budgets = new Budgets(settings.budgets(), clock, core.events(), log);
    JvmMetrics jvm = new JvmMetrics(core.metrics(), core.failures(), log);
    Exporter exporter =
        new Exporter(
            settings.export(),
            new CoreSource(core.metrics(), core.events(), core.traces(), jvm),
            new JarGrpcLoader(),
            "1.2.3",
            Clock.SYSTEM,
            log,
            core.failures(),
            new ExportMetrics(core.metrics()));
    Worker worker = new Worker(settings, core.metrics(), log, core.failures(), List.of());
    clock.stopped = true;

    log.warn("the last line");
    new ShutdownHook(core, budgets, null, exporter, jvm, worker, TimeUnit.SECONDS.toNanos(1)).run();
    worker.run();

    assertThat(core.failures().count("shutdown")).isEqualTo(1);
    assertThat(file).content().contains("the last line");
  }

  private static final class StoppingClock implements Clock {

    private boolean stopped;

    @Override
    public long nanoTime() {
      if (stopped) {
        throw new IllegalStateException("stopped");
      }
      return System.nanoTime();
    }

    @Override
    public long epochNanos() {
      return 0;
    }
  }
}
