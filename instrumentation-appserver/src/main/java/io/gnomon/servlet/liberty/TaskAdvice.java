package io.gnomon.servlet.liberty;

import io.gnomon.bootstrap.ServletProbe;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** {@code HttpDispatcherLink.TaskWrapper.run}: the web container, perhaps on another thread. */
final class TaskAdvice {

  private TaskAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static @Nullable Object enter(@Advice.FieldValue("ic") @Nullable Object link) {
    return ServletProbe.joined(link);
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  static void exit(@Advice.Enter @Nullable Object previous) {
    ServletProbe.left(previous);
  }
}
