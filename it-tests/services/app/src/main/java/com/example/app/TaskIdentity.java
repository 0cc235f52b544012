package com.example.app;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** {@code /task-identity}: answers {@code same} if a pool treats tasks as it does without us. */
final class TaskIdentity {

  private TaskIdentity() {}

  static void check(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    List<String> wrong = new ArrayList<>();
    try {
      removed(wrong);
      ordered(wrong);
      thrown(wrong);
    } catch (Exception failed) {
      throw new ServletException(failed);
    }
    Pages.text(response, wrong.isEmpty() ? "same" : wrong.toString());
  }

  private static void expect(boolean is, String what, List<String> wrong) {
    if (!is) {
      wrong.add(what);
    }
  }

  private static void removed(List<String> wrong) throws InterruptedException {
    Seeing pool = new Seeing(new LinkedBlockingQueue<>());
    CountDownLatch release = new CountDownLatch(1);
    CountDownLatch running = new CountDownLatch(1);
    Runnable first =
        () -> {
          running.countDown();
          try {
            release.await();
          } catch (InterruptedException interrupted) {
            pool.interrupted = true;
          }
        };
    Runnable second = () -> {};
    Runnable third = Queries::once;
    pool.execute(first);
    running.await();
    pool.execute(second);
    pool.execute(third);
    expect(pool.remove(second), "remove", wrong);
    List<Runnable> left = pool.shutdownNow();
    expect(left.size() == 1 && left.get(0) == third, "shutdownNow", wrong);
    pool.awaitTermination(1, TimeUnit.MINUTES);
    expect(pool.interrupted, "interrupted", wrong);
    expect(pool.before.equals(Collections.singletonList(first)), "beforeExecute", wrong);
    expect(pool.after.equals(Collections.singletonList(first)), "afterExecute", wrong);
  }

  private static void ordered(List<String> wrong) throws InterruptedException {
    Seeing pool = new Seeing(new PriorityBlockingQueue<>());
    CountDownLatch release = new CountDownLatch(1);
    List<Integer> ran = Collections.synchronizedList(new ArrayList<>());
    pool.execute(new Ranked(0, release, ran));
    pool.execute(new Ranked(3, release, ran));
    pool.execute(new Ranked(1, release, ran));
    pool.execute(new Ranked(2, release, ran));
    release.countDown();
    pool.shutdown();
    pool.awaitTermination(1, TimeUnit.MINUTES);
    expect(ran.toString().equals("[0, 1, 2, 3]"), "order " + ran, wrong);
  }

  private static void thrown(List<String> wrong) throws InterruptedException {
    Seeing pool = new Seeing(new LinkedBlockingQueue<>());
    IllegalStateException failure = new IllegalStateException("the task fails");
    try {
      pool.submit(
              () -> {
                throw failure;
              })
          .get();
      wrong.add("nothing thrown");
    } catch (ExecutionException expected) {
      expect(expected.getCause() == failure, "cause", wrong);
    }
    pool.shutdown();
  }

  private static final class Seeing extends ThreadPoolExecutor {

    final List<Runnable> before = Collections.synchronizedList(new ArrayList<>());
    final List<Runnable> after = Collections.synchronizedList(new ArrayList<>());
    volatile boolean interrupted;

    Seeing(BlockingQueue<Runnable> queue) {
      super(1, 1, 0, TimeUnit.SECONDS, queue);
    }

    @Override
    protected void beforeExecute(Thread thread, Runnable task) {
      before.add(task);
    }

    @Override
    protected void afterExecute(Runnable task, Throwable failure) {
      after.add(task);
    }
  }

  private static final class Ranked implements Runnable, Comparable<Ranked> {

    private final int rank;
    private final CountDownLatch release;
    private final List<Integer> ran;

    Ranked(int rank, CountDownLatch release, List<Integer> ran) {
      this.rank = rank;
      this.release = release;
      this.ran = ran;
    }

    @Override
    public void run() {
      try {
        release.await();
        ran.add(rank);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public int compareTo(Ranked other) {
      return Integer.compare(rank, other.rank);
    }
  }
}
