package io.gnomon.servlet.jetty12;

import io.gnomon.bootstrap.ServletProbe;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.server.HttpChannel;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.internal.HttpChannelState;
import org.jspecify.annotations.Nullable;

/** {@code HttpChannelState.completeStream}: where Jetty writes its request log, once. */
final class CompleteAdvice {

  private CompleteAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @Advice.This HttpChannelState channel, @Advice.Argument(1) @Nullable Throwable failure) {
    if (failure != null) {
      ServletProbe.threw(channel, failure);
    }
    if (ServletProbe.COUNTS_BYTES) {
      ServletProbe.transferred(
          channel,
          Request.getContentBytesRead(channel.getRequest()),
          Response.getContentBytesWritten(channel.getResponse()));
    }
    ServletProbe.ended(
        channel,
        channel.getRequest().getMethod(),
        ((HttpChannel) channel).getConnectionMetaData().isSecure() ? "https" : "http",
        channel.getResponse().getStatus(),
        channel.getConnectionMetaData().getProtocol());
  }
}
