package io.gnomon.agent.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.agent.report.BudgetReport;
import io.gnomon.agent.report.BudgetSource;
import io.gnomon.core.budgets.Verdict;
import io.gnomon.core.clock.Clock;
import io.gnomon.core.failures.Failures;
import io.gnomon.core.log.AgentLog;
import io.gnomon.core.settings.LayeredSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BudgetReportingTest {

  private static final long LONG_NANOS = TimeUnit.SECONDS.toNanos(60);

  @TempDir Path folder;

  private Path file;
  private BudgetReport report;
  private BudgetReporting reporting;

  @BeforeEach
  void aReportIsAskedFor() {
    file = folder.resolve("report.json");
    Properties system = new Properties();
    system.setProperty("gnomon.budget.a.p99", "fast");
    report =
        new BudgetReport(
            file.toString(), "shop", "1.2.3", new NoBudgets(), Clock.SYSTEM, new Mute());
    reporting =
        new BudgetReporting(
            report,
            new AgentSettings(new LayeredSettings(system, Map.of(), null)),
            Clock.SYSTEM,
            new Failures(new Mute()));
  }

  private static void awaitReportThreads() throws InterruptedException {
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().startsWith("gnomon-report")) {
        thread.join();
      }
    }
  }

  @Test
  void aFileThatHangsAtTheBeginningDoesNotHoldTheWorker() throws Exception {
    Thread worker = new Thread(reporting);

    synchronized (report) {
      worker.start();
      worker.join(TimeUnit.NANOSECONDS.toMillis(LONG_NANOS));
      assertThat(worker.isAlive()).isFalse();
    }

    awaitReportThreads();
  }

  @Test
  void theFirstRoundTakesAwayAnEarlierReport() throws Exception {
    Files.writeString(file, "{\"schemaVersion\":1}");

    reporting.run();
    awaitReportThreads();

    assertThat(file).doesNotExist();
  }

  @Test
  void aFirstRoundAfterTheEndTakesNothingAway() throws Exception {
    reporting.finish();
    reporting.awaitFinish(LONG_NANOS);

    reporting.run();
    awaitReportThreads();

    assertThat(file).content().contains("\"ended\":true");
  }

  @Test
  void anEndWithoutARoundKnowsWhatIsWrongWithTheSettings() throws IOException {
    reporting.finish();
    reporting.awaitFinish(LONG_NANOS);

    assertThat(Files.readString(file)).contains("gnomon.budget.a.p99=fast");
  }

  private static final class NoBudgets implements BudgetSource {

    @Override
    public Collection<String> names() {
      return List.of();
    }

    @Override
    public List<Verdict> verdicts() {
      return List.of();
    }

    @Override
    public long requestsOverBound() {
      return 0;
    }
  }

  private static final class Mute implements AgentLog {

    @Override
    public void info(String line) {}

    @Override
    public void warn(String line) {}

    @Override
    public void debug(String line) {}
  }
}
