package io.gnomon.bootstrap;

import org.jspecify.annotations.Nullable;

/**
 * What advice in executors, pools and threads calls: static, and nothing of ours gets out. Each
 * method hands to the {@link TaskHandler} installed when this class was initialized, which must be
 * before the first class of the JDK is woven. Any thread, concurrently.
 */
public final class TaskProbe {

  private static final TaskHandler HANDLER = Probes.tasks();

  private TaskProbe() {}

  /**
   * Initializes this class, and has all that it needs loaded: a class that is loaded from within a
   * method of the JDK may need that method, or a lock that it holds.
   */
  public static void prepare() {
    try {
      HANDLER.rehearse();
    } catch (Throwable failure) {
      Probes.swallow(HANDLER, failure);
    }
  }

  /**
   * See {@link TaskHandler#submitted}.
   *
   * @param task what another thread will run, or null
   */
  public static void submitted(@Nullable Object task) {
    try {
      if (task != null) {
        HANDLER.submitted(task);
      }
    } catch (Throwable failure) {
      Probes.swallow(HANDLER, failure);
    }
  }

  /**
   * See {@link TaskHandler#pushed}.
   *
   * @param task what another thread will run, or null
   * @param pool the pool, or null
   */
  public static void pushed(@Nullable Object task, @Nullable Object pool) {
    try {
      if (task != null && pool != null) {
        HANDLER.pushed(task, pool);
      }
    } catch (Throwable failure) {
      Probes.swallow(HANDLER, failure);
    }
  }

  /**
   * See {@link TaskHandler#refused}.
   *
   * @param task what no other thread will run, or null
   */
  public static void refused(@Nullable Object task) {
    try {
      if (task != null && HANDLER.areUnderWay()) {
        HANDLER.refused(task);
      }
    } catch (Throwable failure) {
      Probes.swallow(HANDLER, failure);
    }
  }

  /**
   * See {@link TaskHandler#started}.
   *
   * @param task what this thread is about to run
   * @return as there; null after a failure of ours
   */
  public static @Nullable Object started(Object task) {
    try {
      return HANDLER.areUnderWay() ? HANDLER.started(task) : null;
    } catch (Throwable failure) {
      Probes.swallow(HANDLER, failure);
      return null;
    }
  }

  /**
   * See {@link TaskHandler#ended}.
   *
   * @param token what {@link #started} returned
   */
  public static void ended(@Nullable Object token) {
    try {
      if (token != null) {
        HANDLER.ended(token);
      }
    } catch (Throwable failure) {
      Probes.swallow(HANDLER, failure);
    }
  }

  /**
   * Stands in a pool's loop where {@code task.run()} stood: runs it for the request that it belongs
   * to.
   *
   * @param task what the pool runs
   */
  public static void run(Runnable task) {
    Object token = started(task);
    try {
      task.run();
    } finally {
      ended(token);
    }
  }

  /**
   * See {@link TaskHandler#starting}.
   *
   * @param thread about to be started
   */
  public static void starting(Thread thread) {
    try {
      HANDLER.starting(thread);
    } catch (Throwable failure) {
      Probes.swallow(HANDLER, failure);
    }
  }

  /**
   * See {@link TaskHandler#hiring}.
   *
   * @return as there; false after a failure of ours
   */
  public static boolean hiring() {
    try {
      return HANDLER.hiring();
    } catch (Throwable failure) {
      Probes.swallow(HANDLER, failure);
      return false;
    }
  }

  /**
   * See {@link TaskHandler#hired}.
   *
   * @param began what {@link #hiring} returned
   */
  public static void hired(boolean began) {
    try {
      if (began) {
        HANDLER.hired();
      }
    } catch (Throwable failure) {
      Probes.swallow(HANDLER, failure);
    }
  }

  /**
   * See {@link TaskHandler#carried}.
   *
   * @param task what another thread will run, or null
   * @return as there; the task itself after a failure of ours
   */
  public static @Nullable Runnable carried(@Nullable Runnable task) {
    try {
      return task == null ? null : HANDLER.carried(task);
    } catch (Throwable failure) {
      Probes.swallow(HANDLER, failure);
      return task;
    }
  }
}
