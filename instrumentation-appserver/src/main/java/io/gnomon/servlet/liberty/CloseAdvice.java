package io.gnomon.servlet.liberty;

import com.ibm.ws.http.dispatcher.internal.channel.HttpDispatcherLink;
import com.ibm.wsspi.http.HttpRequest;
import com.ibm.wsspi.http.HttpResponse;
import io.gnomon.bootstrap.ServletProbe;
import net.bytebuddy.asm.Advice;

/**
 * {@code HttpDispatcherLink.close} and {@code destroy}: the response is written, and the connection
 * may read the next request before either returns. A link that is not ready has no response to ask.
 */
final class CloseAdvice {

  private CloseAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @Advice.This HttpDispatcherLink link, @Advice.FieldValue("linkIsReady") boolean ready) {
    HttpRequest request = ready ? link.getRequest() : null;
    HttpResponse response = ready ? link.getResponse() : null;
    ServletProbe.finished(
        link,
        response == null ? 0 : response.getStatus(),
        request == null ? null : request.getVersion());
  }
}
