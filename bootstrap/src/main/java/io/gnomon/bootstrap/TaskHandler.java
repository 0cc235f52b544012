package io.gnomon.bootstrap;

import org.jspecify.annotations.Nullable;

/**
 * What {@link TaskProbe} hands to: carries a request from the thread that hands a task over to the
 * thread that runs it. Called on the application's threads, from within the JDK, concurrently; must
 * not block, do I/O or log there, nor use threads or executors.
 */
public abstract class TaskHandler extends ProbeHandler {

  /** For the one handler. */
  protected TaskHandler() {}

  /** Goes once through all that tasks of a request take, so that no class is left to be loaded. */
  protected abstract void rehearse();

  /**
   * Whether any task is under way that belongs to a request. The only thing that is asked for each
   * task where nothing is timed, so it may cost one volatile read.
   *
   * @return false if {@link #started} would find nothing
   */
  protected abstract boolean areUnderWay();

  /**
   * This thread hands a task over, which has not started yet.
   *
   * @param task what another thread will run
   */
  protected abstract void submitted(Object task);

  /**
   * This thread hands a task to a {@code ForkJoinPool}, which may be the one that the JVM runs
   * virtual threads on.
   *
   * @param task what another thread will run
   * @param pool the pool
   */
  protected abstract void pushed(Object task, Object pool);

  /**
   * A pool refuses what this thread has handed to it.
   *
   * @param task what no other thread will run
   */
  protected abstract void refused(Object task);

  /**
   * This thread is about to run a task.
   *
   * @param task what it runs
   * @return what to hand to {@link #ended}, or null if there is nothing to end
   */
  protected abstract @Nullable Object started(Object task);

  /**
   * This thread has run a task.
   *
   * @param token what {@link #started} returned
   */
  protected abstract void ended(Object token);

  /**
   * This thread starts another one.
   *
   * @param thread the other one, which does not run yet
   */
  protected abstract void starting(Thread thread);

  /**
   * Whether this thread begins to start threads of a pool, which work for whoever comes.
   *
   * @return what to hand to {@link #hired}: false if there is nothing to end
   */
  protected abstract boolean hiring();

  /** This thread has started threads of a pool, after {@link #hiring} returned true. */
  protected abstract void hired();

  /**
   * What is to be run in place of a task that nobody will look for by its identity.
   *
   * @param task what another thread will run
   * @return the task, or what runs it for the request of this thread
   */
  protected abstract Runnable carried(Runnable task);
}
