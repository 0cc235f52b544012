package io.gnomon.servlet.jetty12;

import io.gnomon.bootstrap.ServletProbe;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.server.HttpChannel;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.internal.HttpChannelState;
import org.jspecify.annotations.Nullable;

/**
 * {@code HttpChannelState.HandlerInvoker.completeStream}: where the request ends in 12.0 before it
 * went to {@code HttpChannelState}, some version after 12.0.28. The twin of {@link CompleteAdvice},
 * because advice is inlined; the field is taken as in {@link InvokerAdvice}.
 */
final class InvokerCompleteAdvice {

  private InvokerCompleteAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @Advice.FieldValue("this$0") Object outer, @Advice.Argument(1) @Nullable Throwable failure) {
    HttpChannel channel = (HttpChannel) outer;
    Request request = channel.getRequest();
    Response response = ((HttpChannelState) outer).getResponse();
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
        channel.getConnectionMetaData().isSecure() ? "https" : "http",
        response.getStatus(),
        channel.getConnectionMetaData().getProtocol());
  }
}
