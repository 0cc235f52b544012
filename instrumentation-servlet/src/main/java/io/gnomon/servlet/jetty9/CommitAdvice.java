package io.gnomon.servlet.jetty9;

import io.gnomon.bootstrap.CommitProbe;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.server.HttpChannel;

/**
 * {@code HttpChannel.commit}: the headers are final, and about to be written. Iterated, since
 * {@code HttpFields} is a class in 9.4 and an interface from 10 on.
 */
final class CommitAdvice {

  private CommitAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @Advice.This HttpChannel channel, @Advice.Argument(0) MetaData.Response response) {
    if (CommitProbe.cacheable(channel, response.getStatus())) {
      boolean etag = false;
      boolean lastModified = false;
      int control = 0;
      for (HttpField field : response) {
        HttpHeader header = field.getHeader();
        etag |= header == HttpHeader.ETAG;
        lastModified |= header == HttpHeader.LAST_MODIFIED;
        if (header == HttpHeader.CACHE_CONTROL) {
          control |= CommitProbe.cacheControl(field.getValue());
        }
      }
      CommitProbe.cached(
          channel,
          response.getStatus(),
          channel.getRequest().getHeader("If-None-Match") != null
              || channel.getRequest().getHeader("If-Modified-Since") != null,
          etag,
          lastModified,
          control);
    }
  }
}
