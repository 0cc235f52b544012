package io.gnomon.servlet.jetty12;

import io.gnomon.bootstrap.ServletProbe;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.server.HttpChannel;
import org.jspecify.annotations.Nullable;

/**
 * {@code HttpChannelState.HandlerInvoker.run}: the turn in which a request goes through the
 * handlers. The scheme is the connection's, before a customizer changes it.
 */
final class InvokerAdvice {

  private InvokerAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static @Nullable Object enter(@Advice.FieldValue("this$0") HttpChannel channel) {
    return ServletProbe.entered(
        channel,
        channel.getRequest().getMethod(),
        channel.getConnectionMetaData().isSecure() ? "https" : "http");
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  static void exit(@Advice.Enter @Nullable Object previous) {
    ServletProbe.left(previous);
  }
}
