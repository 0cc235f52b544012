package io.gnomon.agent.start;

import io.gnomon.core.failures.Failures;
import io.gnomon.core.log.QueuedLog;
import io.gnomon.core.metrics.Metrics;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The thread {@code gnomon-worker}: tells what is wrong with the settings, then moves what the
 * application's threads recorded into the histograms, looks for leaks, and writes the log. Writing
 * to a full pipe can block it; it holds no lock then.
 */
final class Worker implements Runnable {

  /**
   * So often that a ring of a busy service seldom fills, so seldom that an idle one costs nothing.
   */
  private static final long PERIOD_NANOS = 100_000_000L;

  private static final String PART = "worker";

  private final AgentSettings settings;
  private final Metrics metrics;
  private final QueuedLog log;
  private final Failures failures;
  private final List<Runnable> rounds;
  private final Thread thread;
  private volatile boolean ending;

  /**
   * A worker that is not started.
   *
   * @param rounds what is run besides, each time; it may neither block nor take long
   */
  Worker(
      AgentSettings settings,
      Metrics metrics,
      QueuedLog log,
      Failures failures,
      List<Runnable> rounds) {
    this.settings = settings;
    this.metrics = metrics;
    this.log = log;
    this.failures = failures;
    this.rounds = new ArrayList<>(rounds);
    this.thread = AgentThread.of("gnomon-worker", this);
  }

  void start() {
    thread.start();
  }

  /**
   * Has the thread write what the log still holds and end.
   *
   * @param timeoutNanos how long to wait for it; a log that can't be written must not hold the JVM
   */
  void finish(long timeoutNanos) {
    ending = true;
    LockSupport.unpark(thread);
    try {
      TimeUnit.NANOSECONDS.timedJoin(thread, Math.max(1, timeoutNanos));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void run() {
    tellProblems();
    boolean last;
    do {
      last = ending;
      work();
      if (!last) {
        // Who interrupts a whole group of threads means its own; with the flag set, parking ends
        // at once, and this loop would take a processor for itself.
        Thread.interrupted();
        LockSupport.parkNanos(this, PERIOD_NANOS);
      }
    } while (!last);
  }

  private void tellProblems() {
    try {
      for (String problem : settings.problems()) {
        log.warn(problem);
      }
    } catch (Throwable failure) {
      failures.caught(PART, failure);
    }
  }

  /** One that fails takes none of the others with it, nor the log. */
  private void work() {
    try {
      metrics.drain();
    } catch (Throwable failure) {
      failures.caught(PART, failure);
    }
    for (Runnable round : rounds) {
      try {
        round.run();
      } catch (Throwable failure) {
        failures.caught(PART, failure);
      }
    }
    try {
      log.flush();
    } catch (Throwable failure) {
      failures.caught(PART, failure);
    }
  }
}
