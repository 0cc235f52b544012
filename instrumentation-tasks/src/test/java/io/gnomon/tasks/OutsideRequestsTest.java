package io.gnomon.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.gnomon.core.request.ThreadState;
import java.lang.management.ManagementFactory;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is handed over outside requests allocates nothing of ours, however it is handed over. */
class OutsideRequestsTest {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int ROUNDS = 5;
  private static final int TIMES = 20_000;

  private final TaskCalls calls = new TaskCalls(Cores.quiet());
  private final Runnable task = () -> {};
  private final ForkJoinTask<?> forkJoinTask = ForkJoinTask.adapt(task);
  private final ForkJoinPool pool = ForkJoinPool.commonPool();
  private final Thread thread = new Thread(task);
  private long bytes;
  private ThreadState left;

  @AfterEach
  void leave() {
    ThreadState.tellOfNew(null);
  }

  /** All that the advice calls where a task, or a thread, is handed over and runs. */
  private void once() {
    calls.submitted(task);
    calls.submitted(forkJoinTask);
    calls.pushed(forkJoinTask, pool);
    calls.carried(task);
    calls.starting(thread);
    if (calls.hiring() || calls.areUnderWay()) {
      throw new IllegalStateException("in a request");
    }
  }

  private void measure() {
    bytes = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
      for (int i = 0; i < TIMES; i++) {
        once();
      }
      long after = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
      bytes = Math.min(bytes, after - before);
    }
    left = ThreadState.existing();
  }

  @Test
  void onAThreadThatWasInARequestBefore() {
    ThreadState.current();
    measure();

    assertThat(bytes).isZero();
  }

  @Test
  void onAThreadThatNeverWas() throws Exception {
    Thread fresh = new Thread(this::measure);
    fresh.start();
    fresh.join();

    assertThat(bytes).isZero();
    assertThat(left).as("not even a state is made").isNull();
  }
}
