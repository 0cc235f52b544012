package io.gnomon.servlet.jetty9;

import io.gnomon.bootstrap.ServletProbe;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.HttpChannel;
import org.jspecify.annotations.Nullable;

/**
 * {@code HttpChannel.handle}, for each turn of a request on a thread, and {@code onBadMessage}. The
 * scheme is the connection's, since Jetty tells the request of TLS only later.
 */
final class HandleAdvice {

  private HandleAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static @Nullable Object enter(@Advice.This HttpChannel channel) {
    return ServletProbe.entered(
        channel,
        channel.getRequest().getMethod(),
        channel.getEndPoint() instanceof SslConnection.DecryptedEndPoint
            ? "https"
            : channel.getRequest().getScheme(),
        ServletProbe.EXCLUDES ? channel.getRequest().getRequestURI() : null);
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  static void exit(@Advice.Enter @Nullable Object previous) {
    ServletProbe.left(previous);
  }
}
