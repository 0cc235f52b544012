package io.gnomon.servlet.grizzly;

import io.gnomon.bootstrap.ServletProbe;
import net.bytebuddy.asm.Advice;
import org.glassfish.grizzly.http.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * {@code HttpHandler.doHandle}: a request enters the connector. The scheme is the connection's,
 * before a proxy's header changes it.
 */
final class DoHandleAdvice {

  private DoHandleAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static @Nullable Object enter(@Advice.Argument(0) Request request) {
    return ServletProbe.entered(
        request,
        request.getMethod().getMethodString(),
        request.getRequest().isSecure() ? "https" : "http",
        ServletProbe.EXCLUDES ? request.getRequestURI() : null);
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  static void exit(@Advice.Enter @Nullable Object previous) {
    ServletProbe.left(previous);
  }
}
