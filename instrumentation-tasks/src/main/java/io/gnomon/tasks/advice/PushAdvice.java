package io.gnomon.tasks.advice;

import io.gnomon.bootstrap.TaskProbe;
import net.bytebuddy.asm.Advice;

/** {@code ForkJoinPool.WorkQueue.push} where it is handed its pool. */
final class PushAdvice {

  private PushAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.Argument(0) Object task, @Advice.Argument(1) Object pool) {
    TaskProbe.pushed(task, pool);
  }
}
