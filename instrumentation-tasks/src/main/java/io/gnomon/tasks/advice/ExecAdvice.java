package io.gnomon.tasks.advice;

import io.gnomon.bootstrap.TaskProbe;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * {@code ForkJoinTask.doExec}, by which every such task runs in a pool of its kind, and {@code
 * CompletableFuture.Completion.run}, by which a step runs elsewhere.
 */
final class ExecAdvice {

  private ExecAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static @Nullable Object enter(@Advice.This Object task) {
    return TaskProbe.started(task);
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  static void exit(@Advice.Enter @Nullable Object token) {
    TaskProbe.ended(token);
  }
}
