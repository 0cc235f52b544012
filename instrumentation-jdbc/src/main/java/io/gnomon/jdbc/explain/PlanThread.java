package io.gnomon.jdbc.explain;

import io.gnomon.core.failures.Failures;
import io.gnomon.core.request.ThreadState;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The thread {@code gnomon-explain}: there while plans are asked for, gone when none was for a
 * while. One at a time; its JDBC calls are none of the application's. Any thread may offer; one
 * thread of ours starts it, so that it holds nothing of the application's threads.
 */
final class PlanThread implements Runnable {

  /** How many plans are waited for at most. */
  static final int MAX_WAITING = 32;

  /** After how long without anything to do it ends. */
  static final long IDLE_NANOS = 60_000_000_000L;

  private static final String NAME = "gnomon-explain";
  private static final String PART = "explain";

  private final Failures failures;
  private final long idleNanos;
  private final ArrayBlockingQueue<Runnable> waiting = new ArrayBlockingQueue<>(MAX_WAITING);
  private volatile boolean running;

  PlanThread(Failures failures, long idleNanos) {
    this.failures = failures;
    this.idleNanos = idleNanos;
  }

  /** Has something done once the thread is there; false if too much waits. */
  boolean offer(Runnable task) {
    return waiting.offer(task);
  }

  /** Starts the thread if something waits and it is not there. For one thread, again and again. */
  void ensureRunning() {
    if (running || waiting.isEmpty()) {
      return;
    }
    running = true;
    try {
      thread().start();
    } catch (Throwable failure) {
      running = false;
      failures.caught(PART, failure);
    }
  }

  /** Whether the thread is there. */
  boolean isRunning() {
    return running;
  }

  @Override
  public void run() {
    try {
      ThreadState.current().calls().mute();
      workUntilIdle();
    } catch (InterruptedException somebodyElseIsMeant) {
      // What waits is done by the next one.
    } catch (Throwable failure) {
      failures.caught(PART, failure);
    } finally {
      running = false;
    }
  }

  private void workUntilIdle() throws InterruptedException {
    Runnable task = waiting.poll(idleNanos, TimeUnit.NANOSECONDS);
    while (task != null) {
      task.run();
      task = waiting.poll(idleNanos, TimeUnit.NANOSECONDS);
    }
  }

  private Thread thread() {
    Thread thread = new Thread(null, this, NAME);
    thread.setDaemon(true);
    thread.setContextClassLoader(PlanThread.class.getClassLoader());
    return thread;
  }
}
