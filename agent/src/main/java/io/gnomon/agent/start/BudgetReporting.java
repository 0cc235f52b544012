package io.gnomon.agent.start;

import io.gnomon.agent.report.BudgetReport;
import io.gnomon.agent.report.BudgetsBean;
import io.gnomon.core.Core;
import io.gnomon.core.budgets.Budgets;
import io.gnomon.core.clock.Clock;
import io.gnomon.core.failures.Failures;
import io.gnomon.core.log.AgentLog;
import io.gnomon.core.request.RequestEnds;
import io.gnomon.core.request.RequestRecord;
import io.gnomon.exporter.resource.ServiceName;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * When a report is made: begun at the first round, given by JMX once the application serves,
 * written at the end. Only there if {@code gnomon.budget.report} is set.
 */
final class BudgetReporting implements Runnable, RequestEnds {

  /** From the first request's end: JMX started before a container is up has broken some. */
  private static final long SETTLED_NANOS = 5_000_000_000L;

  private static final String PART = "budget report";

  private final BudgetReport report;
  private final AgentSettings settings;
  private final Clock clock;
  private final Failures failures;
  private @Nullable Thread finishing;
  private boolean asked;

  /** Guarded by this, which is held while a file may hang: never by the worker. */
  private boolean begun;

  private boolean exposed;
  private volatile long servingSinceNanos;
  private volatile boolean serving;

  /**
   * The one of this run. Made here and not where all parts meet, so that without a report none of
   * its classes is loaded.
   *
   * @param budgets what is reported
   * @param settings where it goes
   * @param core tells when the application serves
   * @param log told where it went
   */
  static BudgetReporting of(Budgets budgets, AgentSettings settings, Core core, AgentLog log) {
    BudgetReport report =
        new BudgetReport(
            settings.budgetReport(),
            ServiceName.of(settings.export()),
            Version.text(),
            new JudgedBudgets(budgets),
            Clock.SYSTEM,
            log);
    BudgetReporting reporting =
        new BudgetReporting(report, settings, Clock.SYSTEM, core.failures());
    core.requests().tell(reporting);
    return reporting;
  }

  /**
   * Not begun.
   *
   * @param report what is made
   * @param settings asked once for what is wrong with them
   * @param clock tells how long the application has been serving
   * @param failures counts ours
   */
  BudgetReporting(BudgetReport report, AgentSettings settings, Clock clock, Failures failures) {
    this.report = report;
    this.settings = settings;
    this.clock = clock;
    this.failures = failures;
  }

  @Override
  public void ended(RequestRecord record) {
    if (!serving) {
      servingSinceNanos = clock.nanoTime();
      serving = true;
    }
  }

  /** The worker's round. */
  @Override
  public void run() {
    if (!asked) {
      asked = true;
      begin();
    }
    if (serving && !exposed && clock.nanoTime() - servingSinceNanos >= SETTLED_NANOS) {
      exposed = true;
      expose();
    }
  }

  /** On a thread of its own, for a file may hang. */
  private void begin() {
    AgentThread.of(
            "gnomon-report-begin",
            new Runnable() {
              @Override
              public void run() {
                try {
                  beginOnce();
                } catch (Throwable failure) {
                  failures.caught(PART, failure);
                }
              }
            })
        .start();
  }

  /** Never after the last report, which it would take away. */
  private synchronized void beginOnce() {
    if (!begun) {
      begun = true;
      report.begin(settings.problems());
    }
  }

  private void expose() {
    Thread thread =
        AgentThread.of(
            "gnomon-jmx",
            new Runnable() {
              @Override
              public void run() {
                try {
                  BudgetsBean.register(report);
                } catch (Throwable failure) {
                  failures.caught(PART, failure);
                }
              }
            });
    thread.setContextClassLoader(ClassLoader.getSystemClassLoader());
    thread.start();
  }

  /** Starts writing the last report, on a thread of its own, for a file may hang. */
  void finish() {
    Thread thread =
        AgentThread.of(
            "gnomon-report",
            new Runnable() {
              @Override
              public void run() {
                try {
                  beginOnce();
                  report.finish();
                } catch (Throwable failure) {
                  failures.caught(PART, failure);
                }
              }
            });
    thread.start();
    finishing = thread;
  }

  /**
   * Waits until the last report is written; called by the thread that started it.
   *
   * @param timeoutNanos how long at most
   */
  void awaitFinish(long timeoutNanos) {
    if (finishing == null) {
      return;
    }
    try {
      TimeUnit.NANOSECONDS.timedJoin(finishing, timeoutNanos);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
