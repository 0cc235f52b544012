package io.gnomon.tasks.advice;

import io.gnomon.bootstrap.TaskProbe;
import net.bytebuddy.asm.Advice;

/** {@code Thread.start}, of platform and virtual threads. */
final class StartAdvice {

  private StartAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.This Thread thread) {
    TaskProbe.starting(thread);
  }
}
