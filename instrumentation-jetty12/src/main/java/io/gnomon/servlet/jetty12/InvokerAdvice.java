package io.gnomon.servlet.jetty12;

import io.gnomon.bootstrap.ServletProbe;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.server.HttpChannel;
import org.jspecify.annotations.Nullable;

/**
 * {@code HttpChannelState.HandlerInvoker.run}: the turn in which a request goes through the
 * handlers. The scheme is the connection's, before a customizer changes it. The field is taken as
 * an Object: whether its type is an HttpChannel can't be told while weaving, where the agent's
 * loader does not see Jetty.
 */
final class InvokerAdvice {

  private InvokerAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static @Nullable Object enter(@Advice.FieldValue("this$0") Object outer) {
    HttpChannel channel = (HttpChannel) outer;
    return ServletProbe.entered(
        channel,
        channel.getRequest().getMethod(),
        channel.getConnectionMetaData().isSecure() ? "https" : "http",
        ServletProbe.EXCLUDES ? channel.getRequest().getHttpURI().getPath() : null);
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  static void exit(@Advice.Enter @Nullable Object previous) {
    ServletProbe.left(previous);
  }
}
