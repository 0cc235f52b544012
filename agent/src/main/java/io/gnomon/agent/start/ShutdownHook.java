package io.gnomon.agent.start;

import io.gnomon.core.request.Requests;
import io.gnomon.core.slowquery.SlowQueries;
import io.gnomon.exporter.Exporter;
import java.util.concurrent.locks.LockSupport;

/**
 * The end: waits until no request is active, for containers stop gracefully in hooks of their own
 * beside ours, then exports once. Both together take at most the shutdown timeout.
 */
final class ShutdownHook implements Runnable {

  private static final long POLL_NANOS = 10_000_000L;

  /** For the last lines of the log; more is needed only when stderr is a pipe that nobody reads. */
  private static final long LOG_NANOS = 500_000_000L;

  private final Requests requests;
  private final SlowQueries slowQueries;
  private final Exporter exporter;
  private final Worker worker;
  private final long timeoutNanos;

  /**
   * A hook.
   *
   * @param requests asked whether any is active
   * @param slowQueries told to wait for plans no longer
   * @param exporter told to export for the last time
   * @param worker told to write the log for the last time
   * @param timeoutNanos how long it may take
   */
  ShutdownHook(
      Requests requests,
      SlowQueries slowQueries,
      Exporter exporter,
      Worker worker,
      long timeoutNanos) {
    this.requests = requests;
    this.slowQueries = slowQueries;
    this.exporter = exporter;
    this.worker = worker;
    this.timeoutNanos = timeoutNanos;
  }

  @Override
  public void run() {
    long deadlineNanos = System.nanoTime() + timeoutNanos;
    // Half of the time at most: what was collected must still be sent.
    long quietNanos = deadlineNanos - timeoutNanos / 2;
    while (requests.active() > 0 && System.nanoTime() - quietNanos < 0) {
      LockSupport.parkNanos(this, POLL_NANOS);
    }
    slowQueries.finish();
    exporter.shutdown(Math.max(0, deadlineNanos - System.nanoTime()));
    worker.finish(LOG_NANOS);
  }
}
