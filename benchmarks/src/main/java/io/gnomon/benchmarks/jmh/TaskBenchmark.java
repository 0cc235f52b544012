package io.gnomon.benchmarks.jmh;

import io.gnomon.benchmarks.woven.CurrentRequest;
import io.gnomon.benchmarks.woven.Installed;
import io.gnomon.bootstrap.TaskProbe;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * A task that a request hands over to another thread, its start and its end there. One thread does
 * both, so that no waking up is measured with it; nor is what the caches of two processors cost.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TaskBenchmark {

  private static final int TASKS = 64;

  private final CurrentRequest request = new CurrentRequest();
  private final Runnable[] tasks = new Runnable[TASKS];
  private int next;

  /** Makes the tasks. */
  @Setup
  public void make() {
    Installed.core();
    for (int i = 0; i < TASKS; i++) {
      tasks[i] = new Task();
    }
  }

  /** Handed over, started, ended. */
  @Benchmark
  public void handOver() {
    Runnable task = tasks[next++ & (TASKS - 1)];
    TaskProbe.submitted(task);
    TaskProbe.ended(TaskProbe.started(task));
  }

  /** A task that no request has handed over starts and ends. */
  @Benchmark
  public void runOfNobody() {
    TaskProbe.ended(TaskProbe.started(tasks[0]));
  }

  /** The thread works for nobody from now on. */
  @TearDown
  public void end() {
    request.end();
  }

  private static final class Task implements Runnable {

    @Override
    public void run() {}
  }
}
