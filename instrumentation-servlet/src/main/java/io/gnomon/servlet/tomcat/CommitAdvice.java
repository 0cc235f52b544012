package io.gnomon.servlet.tomcat;

import io.gnomon.bootstrap.CommitProbe;
import net.bytebuddy.asm.Advice;
import org.apache.coyote.Processor;
import org.apache.coyote.Request;
import org.apache.tomcat.util.http.MimeHeaders;

/**
 * {@code prepareResponse} of the processors of each protocol: the headers are final, and about to
 * be written. The processor is taken as an Object, for its fields are those of a superclass.
 */
final class CommitAdvice {

  private CommitAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.This Object processor) {
    Request request = ((Processor) processor).getRequest();
    int status = request.getResponse().getStatus();
    String timing = CommitProbe.serverTiming(request, status);
    if (timing != null) {
      request.getResponse().addHeader("Server-Timing", timing);
    }
    if (CommitProbe.cacheable(request, status)) {
      MimeHeaders asked = request.getMimeHeaders();
      MimeHeaders told = request.getResponse().getMimeHeaders();
      int control = 0;
      for (int i = told.findHeader("Cache-Control", 0);
          i >= 0;
          i = told.findHeader("Cache-Control", i + 1)) {
        control |= CommitProbe.cacheControl(told.getValue(i).toString());
      }
      CommitProbe.cached(
          request,
          status,
          asked.getValue("If-None-Match") != null || asked.getValue("If-Modified-Since") != null,
          told.getValue("ETag") != null,
          told.getValue("Last-Modified") != null,
          control);
    }
  }
}
