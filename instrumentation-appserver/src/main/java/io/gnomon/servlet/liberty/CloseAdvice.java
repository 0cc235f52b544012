package io.gnomon.servlet.liberty;

import com.ibm.ws.http.dispatcher.internal.channel.HttpDispatcherLink;
import com.ibm.wsspi.http.HttpRequest;
import com.ibm.wsspi.http.HttpResponse;
import io.gnomon.bootstrap.ServletProbe;
import net.bytebuddy.asm.Advice;

/**
 * {@code HttpDispatcherLink.close} and {@code destroy}: the response is written, and the connection
 * may read the next request before either returns.
 */
final class CloseAdvice {

  private CloseAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.This HttpDispatcherLink link) {
    HttpRequest request = link.getRequest();
    HttpResponse response = link.getResponse();
    ServletProbe.finished(
        link,
        response == null ? 0 : response.getStatus(),
        request == null ? null : request.getVersion());
  }
}
