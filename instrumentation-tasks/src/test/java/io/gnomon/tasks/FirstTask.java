package io.gnomon.tasks;

import io.gnomon.bootstrap.Probes;
import io.gnomon.bootstrap.TaskProbe;
import io.gnomon.core.Core;
import io.gnomon.core.request.RequestRecord;
import io.gnomon.core.request.ThreadState;
import java.util.concurrent.ForkJoinTask;

/** A program that hands over its first tasks, between two lines that it says. */
public final class FirstTask implements Runnable {

  static final String PREPARED = "prepared";
  static final String DONE = "done";

  public static void main(String[] arguments) throws InterruptedException {
    Core core = Cores.quiet();
    Probes.install(new TaskCalls(core));
    RequestRecord record = core.requests().start("GET", "http");
    FirstTask task = new FirstTask();
    TaskProbe.prepare();
    System.out.println(PREPARED);
    ThreadState state = ThreadState.current();
    state.request(record);
    TaskProbe.submitted(task);
    TaskProbe.refused(task);
    TaskProbe.submitted(task);
    TaskProbe.submitted(task);
    TaskProbe.submitted(ForkJoinTask.adapt(task));
    TaskProbe.run(task);
    TaskProbe.carried(task).run();
    TaskProbe.hired(TaskProbe.hiring());
    Thread thread = new Thread(task);
    TaskProbe.starting(thread);
    state.request(null);
    TaskProbe.run(task);
    thread.start();
    thread.join();
    System.out.println(DONE);
  }

  @Override
  public void run() {
    if (ThreadState.current().running() == null) {
      throw new IllegalStateException("works for no request");
    }
  }
}
