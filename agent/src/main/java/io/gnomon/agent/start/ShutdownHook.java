package io.gnomon.agent.start;

import io.gnomon.core.Core;
import io.gnomon.core.budgets.Budgets;
import io.gnomon.exporter.Exporter;
import io.gnomon.jvm.JvmMetrics;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The end: waits until no request is active, for containers stop gracefully in hooks of their own
 * beside ours, then exports once, while the report about budgets is written. All together take at
 * most a second more than the shutdown timeout: half of it for the report, half for the log.
 */
final class ShutdownHook implements Runnable {

  private static final String PART = "shutdown";
  private static final long POLL_NANOS = 10_000_000L;

  /**
   * For the last lines of the log, and for the report if no time is left; more is needed only when
   * stderr is a pipe that nobody reads, or the file's disk does not answer.
   */
  private static final long LOG_NANOS = 500_000_000L;

  private final Core core;
  private final Budgets budgets;
  private final @Nullable BudgetReporting reporting;
  private final Exporter exporter;
  private final JvmMetrics jvm;
  private final Worker worker;
  private final long timeoutNanos;

  /**
   * A hook.
   *
   * @param core asked whether a request is active, and told to wait for nothing more
   * @param budgets judged for the last time
   * @param reporting told to write the last report, if one is asked for
   * @param exporter told to export for the last time
   * @param jvm told to listen no more, once that is done
   * @param worker told to write the log for the last time
   * @param timeoutNanos how long it may take
   */
  ShutdownHook(
      Core core,
      Budgets budgets,
      @Nullable BudgetReporting reporting,
      Exporter exporter,
      JvmMetrics jvm,
      Worker worker,
      long timeoutNanos) {
    this.core = core;
    this.budgets = budgets;
    this.reporting = reporting;
    this.exporter = exporter;
    this.jvm = jvm;
    this.worker = worker;
    this.timeoutNanos = timeoutNanos;
  }

  @Override
  public void run() {
    long deadlineNanos = System.nanoTime() + timeoutNanos;
    for (Step step : Step.values()) {
      try {
        take(step, deadlineNanos);
      } catch (Throwable failure) {
        core.failures().caught(PART, failure);
      }
    }
  }

  private void take(Step step, long deadlineNanos) {
    switch (step) {
      case QUIET:
        awaitQuiet(deadlineNanos);
        break;
      case SLOW_QUERIES:
        core.slowQueries().finish();
        break;
      case BUDGETS:
        budgets.judge();
        break;
      case REPORT:
        report();
        break;
      case EXPORT:
        exporter.shutdown(Math.max(0, deadlineNanos - System.nanoTime()));
        break;
      case JVM:
        jvm.close();
        break;
      case REPORT_WRITTEN:
        awaitReport(deadlineNanos);
        break;
      case LOG:
        worker.finish(LOG_NANOS);
        break;
    }
  }

  private void awaitQuiet(long deadlineNanos) {
    // Half of the time at most: what was collected must still be sent.
    long quietNanos = deadlineNanos - timeoutNanos / 2;
    while (core.requests().active() > 0 && System.nanoTime() - quietNanos < 0) {
      LockSupport.parkNanos(this, POLL_NANOS);
    }
  }

  private void report() {
    if (reporting != null) {
      reporting.finish();
    }
  }

  private void awaitReport(long deadlineNanos) {
    if (reporting != null) {
      reporting.awaitFinish(Math.max(LOG_NANOS, deadlineNanos - System.nanoTime()));
    }
  }

  /** In this order; one that fails is counted, and the next is taken. */
  private enum Step {
    QUIET,
    SLOW_QUERIES,
    BUDGETS,
    REPORT,
    EXPORT,
    JVM,
    REPORT_WRITTEN,
    LOG
  }
}
