package io.gnomon.servlet.grizzly;

import io.gnomon.bootstrap.ServletProbe;
import net.bytebuddy.asm.Advice;
import org.glassfish.grizzly.http.server.Request;

/**
 * {@code Request.onAfterService}: the response is finished, also that of a suspended request. What
 * the filter answered by itself (TRACE, a body that is too large) has never entered.
 */
final class AfterServiceAdvice {

  private AfterServiceAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.This Request request) {
    ServletProbe.ended(
        request,
        request.getMethod().getMethodString(),
        request.getRequest().isSecure() ? "https" : "http",
        request.getResponse().getStatus(),
        request.getProtocol().getProtocolString());
  }
}
