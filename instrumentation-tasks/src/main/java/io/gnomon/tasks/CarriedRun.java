package io.gnomon.tasks;

import io.gnomon.core.request.ThreadState;

/** Runs a task for the request that it was handed over in. */
final class CarriedRun implements Runnable {

  private final Runnable task;
  private final Carried carried;

  CarriedRun(Runnable task, Carried carried) {
    this.task = task;
    this.carried = carried;
  }

  @Override
  public void run() {
    ThreadState thread = ThreadState.current();
    Outer outer = carried.takeUp(thread);
    try {
      task.run();
    } finally {
      if (outer != null) {
        outer.restore(thread);
      }
    }
  }
}
