package io.gnomon.tasks;

import io.gnomon.bootstrap.TaskHandler;
import io.gnomon.core.Core;
import io.gnomon.core.failures.Failures;
import io.gnomon.core.metrics.Instrument;
import io.gnomon.core.request.NewThreads;
import io.gnomon.core.request.RequestRecord;
import io.gnomon.core.request.ThreadState;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The handler behind the advice in executors, pools and threads. Any thread; lock-free. A task that
 * is handed over in a request costs an object or two; outside requests one look at the thread's
 * state, and where no task is under way its start costs one volatile read.
 */
public final class TaskCalls extends TaskHandler implements NewThreads {

  /** The part that failures of ours are counted under. */
  public static final String PART = "tasks";

  /** Tasks that ran for no request, too many being under way. */
  public static final Instrument NOT_CARRIED =
      Instrument.number(
          Instrument.Kind.COUNTER,
          "gnomon.agent.tasks.not_carried",
          "{task}",
          "Tasks and threads that ran for no request, too many being under way.");

  private final Failures failures;
  private final UnderWay tasks = new UnderWay();
  private final UnderWay threads = new UnderWay();

  /**
   * A handler, told of new threads from now on.
   *
   * @param core counts what is not carried, and failures
   */
  public TaskCalls(Core core) {
    this.failures = core.failures();
    core.metrics().observe(NOT_CARRIED, new NotCarried(tasks, threads));
    ThreadState.tellOfNew(this);
  }

  /**
   * Lets go of tasks that will not run or whose request has ended.
   *
   * @return for the worker, each time
   */
  public Runnable round() {
    return new Sweep(tasks, threads);
  }

  @Override
  protected void failed(Throwable failure) {
    failures.caught(PART, failure);
  }

  @Override
  protected void rehearse() {
    Rehearsal.of(this);
  }

  @Override
  protected boolean areUnderWay() {
    return !tasks.isEmpty();
  }

  @Override
  protected void submitted(Object task) {
    ThreadState thread = threadInRequest();
    if (thread != null) {
      keep(task, thread);
    }
  }

  @Override
  protected void pushed(Object task, Object pool) {
    ThreadState thread = threadInRequest();
    if (thread != null && !runsVirtualThreads((ForkJoinPool) pool)) {
      keep(task, thread);
    }
  }

  @Override
  protected void refused(Object task) {
    ThreadState thread = threadInRequest();
    RequestRecord record = thread == null ? null : thread.running();
    if (thread != null && record != null) {
      tasks.takeBack(task, record, thread.generation());
    }
  }

  /**
   * What the JVM's own pool runs is parts of virtual threads, which come with a state of theirs.
   */
  private static boolean runsVirtualThreads(ForkJoinPool pool) {
    return pool.getFactory().getClass().getName().startsWith("java.lang.");
  }

  /**
   * One of a {@code ForkJoinTask} is enough: it runs once. A step of a {@code CompletableFuture}
   * belongs to who made it, not to who completed the one before.
   */
  private void keep(Object task, ThreadState thread) {
    if (!(task instanceof ForkJoinTask) || (!FutureSteps.isDue(task) && !tasks.has(task))) {
      Carried carried = carried(task, thread);
      if (carried != null) {
        tasks.put(task, carried);
      }
    }
  }

  private static @Nullable Carried carried(Object task, ThreadState thread) {
    RequestRecord record = thread.running();
    if (record == null) {
      return null;
    }
    return new Carried(task, record, thread.generation(), thread.span());
  }

  @Override
  protected @Nullable Object started(Object task) {
    Carried carried = tasks.take(task);
    return carried == null ? null : carried.takeUp(ThreadState.current());
  }

  @Override
  protected void ended(Object token) {
    ((Outer) token).restore(ThreadState.current());
  }

  @Override
  protected void starting(Thread thread) {
    ThreadState starter = threadInRequest();
    if (starter != null && !starter.hiring() && !PoolThreads.isOne(thread)) {
      Carried carried = carried(thread, starter);
      if (carried != null) {
        threads.put(thread, carried);
      }
    }
  }

  @Override
  public void met(ThreadState state) {
    if (threads.isEmpty()) {
      return;
    }
    try {
      Carried carried = threads.take(Thread.currentThread());
      if (carried != null) {
        carried.takeUp(state);
      }
    } catch (Throwable failure) {
      failed(failure);
    }
  }

  @Override
  protected boolean hiring() {
    ThreadState thread = threadInRequest();
    if (thread == null || thread.hiring()) {
      return false;
    }
    thread.hiring(true);
    return true;
  }

  @Override
  protected void hired() {
    ThreadState.current().hiring(false);
  }

  @Override
  protected Runnable carried(Runnable task) {
    ThreadState thread = threadInRequest();
    Carried carried = thread == null ? null : carried(task, thread);
    return carried == null ? task : new CarriedRun(task, carried);
  }

  /** Makes no state for a thread, unless it may have been started in a request. */
  private @Nullable ThreadState threadInRequest() {
    ThreadState thread = ThreadState.existing();
    if (thread == null) {
      if (threads.isEmpty()) {
        return null;
      }
      thread = ThreadState.current();
    }
    return thread.inRequest() ? thread : null;
  }

  private static final class Sweep implements Runnable {

    private final UnderWay tasks;
    private final UnderWay threads;

    Sweep(UnderWay tasks, UnderWay threads) {
      this.tasks = tasks;
      this.threads = threads;
    }

    @Override
    public void run() {
      tasks.sweep();
      threads.sweep();
    }
  }

  private static final class NotCarried implements LongSupplier {

    private final UnderWay tasks;
    private final UnderWay threads;

    NotCarried(UnderWay tasks, UnderWay threads) {
      this.tasks = tasks;
      this.threads = threads;
    }

    @Override
    public long getAsLong() {
      return tasks.notCarried() + threads.notCarried();
    }
  }
}
