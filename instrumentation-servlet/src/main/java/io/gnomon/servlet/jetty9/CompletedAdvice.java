package io.gnomon.servlet.jetty9;

import io.gnomon.bootstrap.ServletProbe;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.server.HttpChannel;
import org.jspecify.annotations.Nullable;

/** {@code HttpChannel.onCompleted}: where Jetty writes its request log, once for each request. */
final class CompletedAdvice {

  private CompletedAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @Advice.This HttpChannel channel,
      @Advice.FieldValue("_committedMetaData") MetaData.@Nullable Response committed) {
    if (ServletProbe.COUNTS_BYTES) {
      ServletProbe.transferred(
          channel, channel.getRequest().getContentRead(), channel.getBytesWritten());
    }
    ServletProbe.ended(
        channel,
        channel.getRequest().getMethod(),
        channel.getRequest().getScheme(),
        committed == null ? channel.getResponse().getStatus() : committed.getStatus(),
        channel.getRequest().getProtocol());
  }
}
