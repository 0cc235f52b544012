package io.gnomon.tasks.advice;

import io.gnomon.bootstrap.TaskProbe;
import java.util.concurrent.RunnableScheduledFuture;
import net.bytebuddy.asm.Advice;

/** {@code ScheduledThreadPoolExecutor.delayedExecute}: a periodic task belongs to no request. */
final class ScheduleAdvice {

  private ScheduleAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.Argument(0) RunnableScheduledFuture<?> task) {
    if (!task.isPeriodic()) {
      TaskProbe.submitted(task);
    }
  }
}
