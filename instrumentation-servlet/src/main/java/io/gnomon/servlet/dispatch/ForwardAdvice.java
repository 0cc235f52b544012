package io.gnomon.servlet.dispatch;

import io.gnomon.bootstrap.DispatchProbe;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** {@code RequestDispatcher.forward}. */
final class ForwardAdvice {

  private ForwardAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static long enter() {
    return DispatchProbe.dispatching(DispatchProbe.FORWARD);
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  static void exit(@Advice.Enter long token, @Advice.Thrown @Nullable Throwable thrown) {
    DispatchProbe.dispatched(token, thrown);
  }
}
