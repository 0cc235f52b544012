package io.gnomon.tasks.advice;

import io.gnomon.bootstrap.TaskProbe;
import net.bytebuddy.asm.Advice;

/** A method that is handed a task for another thread to run. */
final class SubmitAdvice {

  private SubmitAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.Argument(0) Object task) {
    TaskProbe.submitted(task);
  }
}
