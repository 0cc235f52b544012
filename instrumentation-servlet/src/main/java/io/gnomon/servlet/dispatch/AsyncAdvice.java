package io.gnomon.servlet.dispatch;

import io.gnomon.bootstrap.DispatchProbe;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** A dispatch of an asynchronous request. */
final class AsyncAdvice {

  private AsyncAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static long enter() {
    return DispatchProbe.dispatching(DispatchProbe.ASYNC);
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  static void exit(@Advice.Enter long token, @Advice.Thrown @Nullable Throwable thrown) {
    DispatchProbe.dispatched(token, thrown);
  }
}
