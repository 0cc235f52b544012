package io.gnomon.agent.start;

import io.gnomon.core.failures.Failures;
import io.gnomon.core.log.QueuedLog;
import io.gnomon.core.metrics.Metrics;
import java.util.concurrent.locks.LockSupport;

/**
 * The thread {@code gnomon-worker}: moves what the application's threads recorded into the
 * histograms, and writes the log. Does nothing that can block for long but writing to stderr, and
 * then it holds no lock.
 */
final class Worker implements Runnable {

  /** So often that a ring of a busy service seldom fills, so seldom that an idle one costs nothing. */
  static final long PERIOD_NANOS = 100_000_000L;

  private final Metrics metrics;
  private final QueuedLog log;
  private final Failures failures;

  Worker(Metrics metrics, QueuedLog log, Failures failures) {
    this.metrics = metrics;
    this.log = log;
    this.failures = failures;
  }

  @Override
  public void run() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        metrics.drain();
        log.flush();
      } catch (Throwable failure) {
        failures.caught("worker", failure);
      }
      LockSupport.parkNanos(this, PERIOD_NANOS);
    }
  }
}
