package io.gnomon.servlet.liberty;

import com.ibm.ws.http.channel.internal.inbound.HttpInboundLink;
import com.ibm.wsspi.http.channel.HttpServiceContext;
import com.ibm.wsspi.http.channel.values.StatusCodes;
import io.gnomon.bootstrap.ServletProbe;
import net.bytebuddy.asm.Advice;

/** {@code HttpInboundLink.sendErrorMessage}: answers what it could not parse. */
final class ErrorMessageAdvice {

  private ErrorMessageAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.This HttpInboundLink link, @Advice.Argument(0) StatusCodes status) {
    ServletProbe.refused(
        ((HttpServiceContext) link.getChannelAccessor()).isSecure() ? "https" : "http",
        status.getIntCode());
  }
}
