package io.gnomon.tasks;

import io.gnomon.core.clock.Clock;
import io.gnomon.core.metrics.Metrics;
import io.gnomon.core.request.RequestRecord;
import io.gnomon.core.request.Requests;
import io.gnomon.core.request.ThreadState;

/**
 * Tasks of a request that nobody is told of: has all classes loaded that a first task needs. For a
 * thread that works for no request, before anything is woven.
 */
final class Rehearsal implements Runnable {

  private Rehearsal() {}

  static void of(TaskCalls calls) {
    Rehearsal task = new Rehearsal();
    ThreadState thread = ThreadState.current();
    RequestRecord record =
        new Requests(Clock.SYSTEM, new Metrics(Clock.SYSTEM)).start("GET", "http");
    FutureSteps.isDue(task);
    thread.request(record);
    try {
      calls.submitted(task);
      calls.refused(task);
      calls.submitted(task);
      calls.submitted(task);
      runInTurn(calls, task);
      calls.carried(task).run();
      if (calls.hiring()) {
        calls.hired();
      }
      calls.starting(Thread.currentThread());
      thread.request(null);
      runInTurn(calls, task);
      calls.met(thread);
    } finally {
      thread.request(null);
    }
  }

  private static void runInTurn(TaskCalls calls, Rehearsal task) {
    Object token = calls.started(task);
    if (token != null) {
      calls.ended(token);
    }
  }

  @Override
  public void run() {}
}
