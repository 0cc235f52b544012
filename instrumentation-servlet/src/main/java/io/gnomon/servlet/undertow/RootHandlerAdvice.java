package io.gnomon.servlet.undertow;

import io.gnomon.bootstrap.ServletProbe;
import io.undertow.server.HttpServerExchange;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** {@code Connectors.executeRootHandler}: each turn of an exchange on a thread. */
final class RootHandlerAdvice {

  private RootHandlerAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static @Nullable Object enter(@Advice.Argument(1) HttpServerExchange exchange) {
    return ServletProbe.entered(
        exchange,
        exchange.getRequestMethod().toString(),
        exchange.getRequestScheme(),
        ServletProbe.EXCLUDES ? exchange.getRequestURI() : null);
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  static void exit(
      @Advice.Argument(1) HttpServerExchange exchange, @Advice.Enter @Nullable Object previous) {
    String protocol = exchange.getProtocol() == null ? null : exchange.getProtocol().toString();
    ServletProbe.completedInside(exchange, exchange.getStatusCode(), protocol);
    ServletProbe.left(previous);
  }
}
