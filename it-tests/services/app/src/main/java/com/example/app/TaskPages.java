package com.example.app;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.RecursiveAction;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import javax.servlet.AsyncContext;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/**
 * {@code /tasks?kind=submit&n=3}: {@code n} tasks handed over in one way, each of which asks the
 * database once; answered when all have ended.
 */
final class TaskPages {

  private static final int THREADS = 3;
  private static final long DELAY_MILLIS = 5;

  private static final ExecutorService POOL = Executors.newFixedThreadPool(THREADS);
  private static final ScheduledExecutorService TIMER = Executors.newScheduledThreadPool(2);
  private static final ForkJoinPool FORK_JOIN = new ForkJoinPool(THREADS);

  private static final ExecutorService CLOSED = Executors.newFixedThreadPool(1);

  static {
    CLOSED.shutdown();
  }

  /** Its thread was started outside requests, and what it runs comes from no request. */
  private static final Outsider OUTSIDER = new Outsider();

  private TaskPages() {}

  static void tasks(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    String kind = request.getParameter("kind");
    int tasks = Pages.number(request, "n", 1);
    if (kind.equals("async-start")) {
      inContainer(request, tasks, new CountDownLatch(1));
      return;
    }
    if (kind.equals("async-start-inside")) {
      CountDownLatch completed = new CountDownLatch(1);
      inContainer(request, tasks, completed);
      await(completed);
      return;
    }
    try {
      run(kind, tasks);
    } catch (Exception failed) {
      throw new ServletException(failed);
    }
    Pages.text(response, kind);
  }

  @SuppressWarnings("FutureReturnValueIgnored")
  private static void run(String kind, int n) throws Exception {
    switch (kind) {
      case "execute":
        handOver(n, POOL);
        break;
      case "submit":
        awaitAll(submitted(n, POOL));
        break;
      case "invoke-all":
        POOL.invokeAll(Collections.<Callable<Object>>nCopies(n, TaskPages::called));
        break;
      case "nested":
        POOL.submit(() -> handOver(n, FORK_JOIN)).get();
        break;
      case "schedule":
        handOver(n, task -> TIMER.schedule(task, DELAY_MILLIS, TimeUnit.MILLISECONDS));
        break;
      case "periodic":
        periodic(n);
        break;
      case "fork-join-execute":
        handOver(n, FORK_JOIN);
        break;
      case "fork-join-submit":
        awaitAll(submitted(n, FORK_JOIN));
        break;
      case "fork-join-schedule":
        // So it is from Java 25 on.
        ScheduledExecutorService forkJoin = (ScheduledExecutorService) (Object) FORK_JOIN;
        handOver(n, task -> forkJoin.schedule(task, DELAY_MILLIS, TimeUnit.MILLISECONDS));
        break;
      case "fork-join-invoke":
        FORK_JOIN.invoke(new Halves(n));
        break;
      case "parallel-stream":
        IntStream.range(0, n).parallel().forEach(each -> Queries.once());
        break;
      case "run-async":
        awaitAll(n, () -> CompletableFuture.runAsync(Queries::once));
        break;
      case "run-async-on":
        awaitAll(n, () -> CompletableFuture.runAsync(Queries::once, POOL));
        break;
      case "then-async":
        awaitAll(n, () -> stepAfterAnOutsider(POOL));
        break;
      case "then-async-thread":
        awaitAll(n, () -> stepAfterAnOutsider(task -> new Thread(task).start()));
        break;
      case "then-async-done":
        awaitAll(n, () -> CompletableFuture.completedFuture("").thenRunAsync(Queries::once, POOL));
        break;
      case "then-async-of-others":
        awaitAll(n, TaskPages::stepOfAnOutsider);
        break;
      case "refused":
        refused(n);
        break;
      case "thread":
        handOver(n, task -> new Thread(task).start());
        break;
      case "thread-subclass":
        handOver(n, task -> new Running(task).start());
        break;
      case "virtual-thread":
        handOver(n, TaskPages::startVirtual);
        break;
      case "virtual-executor":
        awaitAll(submitted(n, virtualExecutor()));
        break;
      default:
        throw new IllegalArgumentException(kind);
    }
  }

  private static Object called() {
    Queries.once();
    return "";
  }

  /** Waits by a latch, so that what comes back makes nothing visible that the task did not. */
  private static void handOver(int n, Executor to) {
    CountDownLatch left = new CountDownLatch(n);
    for (int i = 0; i < n; i++) {
      to.execute(
          () -> {
            Queries.once();
            left.countDown();
          });
    }
    await(left);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static List<Future<?>> submitted(int n, ExecutorService to) {
    List<Future<?>> all = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      all.add(to.submit(TaskPages::called));
    }
    return all;
  }

  private static void awaitAll(List<Future<?>> all) throws Exception {
    for (Future<?> each : all) {
      each.get();
    }
  }

  private static void awaitAll(int n, Callable<Future<?>> one) throws Exception {
    List<Future<?>> all = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      all.add(one.call());
    }
    awaitAll(all);
  }

  /** Begun by a thread that works for no request. */
  private static Future<?> stepAfterAnOutsider(Executor to) {
    CompletableFuture<Object> begun = new CompletableFuture<>();
    Future<?> step = begun.thenRunAsync(Queries::once, to);
    OUTSIDER.execute(() -> begun.complete(""));
    return step;
  }

  /** Made by a thread that works for no request, and begun by this one. */
  private static Future<?> stepOfAnOutsider() throws InterruptedException {
    CompletableFuture<Object> begun = new CompletableFuture<>();
    AtomicReference<Future<?>> step = new AtomicReference<>();
    CountDownLatch made = new CountDownLatch(1);
    OUTSIDER.execute(
        () -> {
          step.set(begun.thenRunAsync(Queries::once, POOL));
          made.countDown();
        });
    made.await();
    begun.complete("");
    return step.get();
  }

  /**
   * A pool that does not take it, then one that is handed it by who works for no request. Each task
   * is an object of its own: one that runs while it is refused once more may be either.
   */
  private static void refused(int n) throws InterruptedException {
    CountDownLatch left = new CountDownLatch(n);
    for (int i = 0; i < n; i++) {
      Runnable task =
          () -> {
            Queries.once();
            left.countDown();
          };
      try {
        CLOSED.execute(task);
        throw new IllegalStateException("taken");
      } catch (RejectedExecutionException expected) {
        OUTSIDER.execute(() -> POOL.execute(task));
      }
    }
    left.await();
  }

  private static void periodic(int n) throws InterruptedException {
    CountDownLatch left = new CountDownLatch(n);
    ScheduledFuture<?> again =
        TIMER.scheduleAtFixedRate(
            () -> {
              Queries.once();
              left.countDown();
            },
            0,
            1,
            TimeUnit.MILLISECONDS);
    left.await();
    again.cancel(false);
  }

  private static void startVirtual(Runnable task) {
    try {
      Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, task);
    } catch (ReflectiveOperationException tooOld) {
      throw new IllegalStateException(tooOld);
    }
  }

  private static ExecutorService virtualExecutor() throws ReflectiveOperationException {
    return (ExecutorService)
        Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
  }

  /** One task asks and answers. */
  private static void inContainer(HttpServletRequest request, int n, CountDownLatch completed) {
    AsyncContext async = request.startAsync();
    async.start(
        () -> {
          for (int i = 0; i < n; i++) {
            Queries.once();
          }
          try {
            Pages.text((HttpServletResponse) async.getResponse(), "async-start");
          } catch (IOException gone) {
            // The client went away: there is nobody to answer.
          }
          async.complete();
          completed.countDown();
        });
  }

  private static final class Running extends Thread {

    private final Runnable task;

    Running(Runnable task) {
      this.task = task;
    }

    @Override
    public void run() {
      task.run();
    }
  }

  /** As many queries as it is told, by halves. */
  private static final class Halves extends RecursiveAction {

    private static final long serialVersionUID = 1;

    private final int queries;

    Halves(int queries) {
      this.queries = queries;
    }

    @Override
    protected void compute() {
      if (queries == 1) {
        Queries.once();
      } else if (queries > 1) {
        invokeAll(new Halves(queries / 2), new Halves(queries - queries / 2));
      }
    }
  }
}
