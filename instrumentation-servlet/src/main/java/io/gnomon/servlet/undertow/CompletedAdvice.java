package io.gnomon.servlet.undertow;

import io.gnomon.bootstrap.ServletProbe;
import io.undertow.server.DefaultResponseListener;
import io.undertow.server.HttpServerExchange;
import net.bytebuddy.asm.Advice;

/** {@code HttpServerExchange.invokeExchangeCompleteListeners}: request and response are through. */
final class CompletedAdvice {

  private CompletedAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.This HttpServerExchange exchange) {
    Throwable thrown = exchange.getAttachment(DefaultResponseListener.EXCEPTION);
    if (thrown != null) {
      ServletProbe.threw(exchange, thrown);
    }
    if (ServletProbe.COUNTS_BYTES) {
      long announced = -1;
      try {
        announced = exchange.getRequestContentLength();
      } catch (NumberFormatException notANumber) {
        // Undertow has refused it; what was read of it is not known.
      }
      ServletProbe.transferred(exchange, announced, exchange.getResponseBytesSent());
    }
    ServletProbe.completed(exchange, exchange.getStatusCode(), exchange.getProtocol().toString());
  }
}
