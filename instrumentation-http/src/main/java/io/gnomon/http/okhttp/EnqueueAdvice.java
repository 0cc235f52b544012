package io.gnomon.http.okhttp;

import io.gnomon.bootstrap.ClientProbe;
import net.bytebuddy.asm.Advice;

/** {@code enqueue}: the call runs on another thread, which another call may have made free. */
final class EnqueueAdvice {

  private EnqueueAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.This Object call) {
    ClientProbe.captured(call);
  }
}
