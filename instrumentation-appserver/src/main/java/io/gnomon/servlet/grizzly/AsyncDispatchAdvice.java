package io.gnomon.servlet.grizzly;

import io.gnomon.bootstrap.ServletProbe;
import net.bytebuddy.asm.Advice;
import org.apache.catalina.connector.AsyncContextImpl;
import org.jspecify.annotations.Nullable;

/**
 * {@code AsyncContextImpl.Handler.run}: an asynchronous dispatch on a thread of its own. The
 * context is seen by its package alone, which the advice is inlined into.
 */
final class AsyncDispatchAdvice {

  private AsyncDispatchAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static @Nullable Object enter(@Advice.FieldValue("asyncContext") Object context) {
    return ServletProbe.joined(
        ((AsyncContextImpl) context).getOriginalRequest().getCoyoteRequest());
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  static void exit(@Advice.Enter @Nullable Object previous) {
    ServletProbe.left(previous);
  }
}
