package io.gnomon.servlet.jetty9;

import io.gnomon.bootstrap.CommitProbe;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.server.HttpChannel;
import org.eclipse.jetty.server.Response;
import org.jspecify.annotations.Nullable;

/**
 * {@code HttpChannel.sendResponse}: commits if that was not done yet, with the headers of the
 * response unless it is given others, as for 100 or 101. An include may not add a header without
 * that prefix.
 */
final class SendAdvice {

  private SendAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @Advice.This HttpChannel channel, @Advice.Argument(0) MetaData.@Nullable Response given) {
    if (CommitProbe.TELLS_TIMING && given == null && !channel.isCommitted()) {
      Response response = channel.getResponse();
      String timing = CommitProbe.serverTiming(channel, response.getStatus());
      if (timing != null) {
        response.addHeader(
            response.isIncluding()
                ? "org.eclipse.jetty.server.include.Server-Timing"
                : "Server-Timing",
            timing);
      }
    }
  }
}
