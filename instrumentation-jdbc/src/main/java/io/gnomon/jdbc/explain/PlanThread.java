package io.gnomon.jdbc.explain;

import io.gnomon.core.failures.Failures;
import io.gnomon.core.request.ThreadState;
import java.lang.reflect.Constructor;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The thread {@code gnomon-explain}: there while plans are asked for, gone when none was for a
 * while. One at a time; its JDBC calls are none of the application's. Any thread may offer.
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

  /** Guarded by this. */
  private boolean running;

  PlanThread(Failures failures, long idleNanos) {
    this.failures = failures;
    this.idleNanos = idleNanos;
  }

  /** Has something done; false if too much waits, or no thread can be started. */
  boolean offer(Runnable task) {
    if (!waiting.offer(task)) {
      return false;
    }
    try {
      ensureRunning();
      return true;
    } catch (Throwable failure) {
      failures.caught(PART, failure);
      return !waiting.remove(task);
    }
  }

  private synchronized void ensureRunning() {
    if (!running) {
      thread().start();
      running = true;
    }
  }

  /** Whether the thread is there. */
  synchronized boolean isRunning() {
    return running;
  }

  @Override
  public void run() {
    ThreadState.current().calls().mute();
    do {
      try {
        Runnable task = waiting.poll(idleNanos, TimeUnit.NANOSECONDS);
        while (task != null) {
          task.run();
          task = waiting.poll(idleNanos, TimeUnit.NANOSECONDS);
        }
      } catch (InterruptedException somebodyElseIsMeant) {
        // The flag is clear again; what waits is still done.
      } catch (Throwable failure) {
        failures.caught(PART, failure);
      }
    } while (!ends());
  }

  private synchronized boolean ends() {
    running = !waiting.isEmpty();
    return !running;
  }

  private Thread thread() {
    Thread thread = withoutInheritance();
    thread.setDaemon(true);
    thread.setContextClassLoader(PlanThread.class.getClassLoader());
    return thread;
  }

  /**
   * The thread is started by one of the application's, whose inheritable values it should not hold.
   * Java 8 has no such constructor.
   */
  private Thread withoutInheritance() {
    try {
      Constructor<Thread> constructor =
          Thread.class.getConstructor(
              ThreadGroup.class, Runnable.class, String.class, long.class, boolean.class);
      return constructor.newInstance(root(), this, NAME, 0L, false);
    } catch (ReflectiveOperationException java8) {
      return new Thread(root(), this, NAME);
    }
  }

  private static ThreadGroup root() {
    ThreadGroup group = Thread.currentThread().getThreadGroup();
    while (group.getParent() != null) {
      group = group.getParent();
    }
    return group;
  }
}
