package io.gnomon.tasks.advice;

import io.gnomon.bootstrap.TaskProbe;
import net.bytebuddy.asm.Advice;

/** The constructor of what a {@code ForkJoinPool} runs later, of Java 25: unless it is periodic. */
final class DelayAdvice {

  private DelayAdvice() {}

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(@Advice.This Object task, @Advice.Argument(1) long period) {
    if (period == 0) {
      TaskProbe.submitted(task);
    }
  }
}
