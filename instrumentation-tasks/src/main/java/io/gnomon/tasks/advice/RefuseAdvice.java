package io.gnomon.tasks.advice;

import io.gnomon.bootstrap.TaskProbe;
import net.bytebuddy.asm.Advice;

/**
 * {@code ThreadPoolExecutor.reject}, before the pool's handler decides what becomes of the task.
 */
final class RefuseAdvice {

  private RefuseAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.Argument(0) Object task) {
    TaskProbe.refused(task);
  }
}
