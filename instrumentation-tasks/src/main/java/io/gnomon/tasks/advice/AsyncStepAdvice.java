package io.gnomon.tasks.advice;

import io.gnomon.bootstrap.TaskProbe;
import net.bytebuddy.asm.Advice;

/** The constructor of a step of a {@code CompletableFuture}, if an executor is to run it. */
final class AsyncStepAdvice {

  private AsyncStepAdvice() {}

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(@Advice.This Object step, @Advice.Argument(0) Object executor) {
    if (executor != null) {
      TaskProbe.submitted(step);
    }
  }
}
