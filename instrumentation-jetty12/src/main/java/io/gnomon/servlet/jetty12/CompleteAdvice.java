package io.gnomon.servlet.jetty12;

import io.gnomon.bootstrap.ServletProbe;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.server.HttpChannel;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.internal.HttpChannelState;
import org.jspecify.annotations.Nullable;

/**
 * {@code HttpChannelState.completeStream}: where Jetty writes its request log. When a client goes
 * away it may come a second time, from another thread, with the request recycled already.
 */
final class CompleteAdvice {

  private CompleteAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @Advice.This HttpChannelState channel, @Advice.Argument(1) @Nullable Throwable failure) {
    Request request = channel.getRequest();
    Response response = channel.getResponse();
    if (request == null || response == null) {
      return;
    }
    if (failure != null) {
      ServletProbe.threw(channel, failure);
    }
    if (ServletProbe.COUNTS_BYTES) {
      ServletProbe.transferred(
          channel, Request.getContentBytesRead(request), Response.getContentBytesWritten(response));
    }
    ServletProbe.ended(
        channel,
        request.getMethod(),
        ((HttpChannel) channel).getConnectionMetaData().isSecure() ? "https" : "http",
        response.getStatus(),
        channel.getConnectionMetaData().getProtocol());
  }
}
