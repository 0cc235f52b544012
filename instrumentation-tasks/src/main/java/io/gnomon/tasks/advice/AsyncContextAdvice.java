package io.gnomon.tasks.advice;

import io.gnomon.bootstrap.TaskProbe;
import net.bytebuddy.asm.Advice;

/** {@code AsyncContext.start}: the container wraps the task itself, so we may do so too. */
final class AsyncContextAdvice {

  private AsyncContextAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.Argument(value = 0, readOnly = false) Runnable task) {
    task = TaskProbe.carried(task);
  }
}
