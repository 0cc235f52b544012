package io.gnomon.servlet.jetty12;

import io.gnomon.bootstrap.CommitProbe;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.internal.ResponseHttpFields;

/**
 * {@code HttpChannelState.ChannelResponse.lockedPrepareResponse}: the headers are final, and about
 * to be written. A status that nobody has set is 0 here, and sent as 200.
 */
final class CommitAdvice {

  private CommitAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.This Object self, @Advice.Argument(0) Object channel) {
    Response response = (Response) self;
    int status = response.getStatus() == 0 ? 200 : response.getStatus();
    String timing = CommitProbe.serverTiming(channel, status);
    if (timing != null) {
      // Marked as committed already; Jetty itself adds its last headers here in the same way.
      ((ResponseHttpFields) response.getHeaders())
          .getMutableHttpFields()
          .add("Server-Timing", timing);
    }
    if (CommitProbe.cacheable(channel, status)) {
      boolean etag = false;
      boolean lastModified = false;
      int control = 0;
      for (HttpField field : response.getHeaders()) {
        HttpHeader header = field.getHeader();
        etag |= header == HttpHeader.ETAG;
        lastModified |= header == HttpHeader.LAST_MODIFIED;
        if (header == HttpHeader.CACHE_CONTROL) {
          control |= CommitProbe.cacheControl(field.getValue());
        }
      }
      HttpFields asked = response.getRequest().getHeaders();
      CommitProbe.cached(
          channel,
          status,
          asked.contains(HttpHeader.IF_NONE_MATCH) || asked.contains(HttpHeader.IF_MODIFIED_SINCE),
          etag,
          lastModified,
          control);
    }
  }
}
