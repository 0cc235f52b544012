package io.gnomon.agent.start;

import io.gnomon.core.Core;
import io.gnomon.exporter.Exporter;
import io.gnomon.jvm.JvmMetrics;
import java.util.concurrent.locks.LockSupport;

/**
 * The end: waits until no request is active, for containers stop gracefully in hooks of their own
 * beside ours, then exports once. Both together take at most the shutdown timeout.
 */
final class ShutdownHook implements Runnable {

  private static final long POLL_NANOS = 10_000_000L;

  /** For the last lines of the log; more is needed only when stderr is a pipe that nobody reads. */
  private static final long LOG_NANOS = 500_000_000L;

  private final Core core;
  private final Exporter exporter;
  private final JvmMetrics jvm;
  private final Worker worker;
  private final long timeoutNanos;

  /**
   * A hook.
   *
   * @param core asked whether a request is active, and told to wait for nothing more
   * @param exporter told to export for the last time
   * @param jvm told to listen no more, once that is done
   * @param worker told to write the log for the last time
   * @param timeoutNanos how long it may take
   */
  ShutdownHook(Core core, Exporter exporter, JvmMetrics jvm, Worker worker, long timeoutNanos) {
    this.core = core;
    this.exporter = exporter;
    this.jvm = jvm;
    this.worker = worker;
    this.timeoutNanos = timeoutNanos;
  }

  @Override
  public void run() {
    long deadlineNanos = System.nanoTime() + timeoutNanos;
    // Half of the time at most: what was collected must still be sent.
    long quietNanos = deadlineNanos - timeoutNanos / 2;
    while (core.requests().active() > 0 && System.nanoTime() - quietNanos < 0) {
      LockSupport.parkNanos(this, POLL_NANOS);
    }
    core.slowQueries().finish();
    exporter.shutdown(Math.max(0, deadlineNanos - System.nanoTime()));
    jvm.close();
    worker.finish(LOG_NANOS);
  }
}
