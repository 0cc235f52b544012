package io.gnomon.servlet.tomcat;

import io.gnomon.bootstrap.ServletProbe;
import net.bytebuddy.asm.Advice;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.jspecify.annotations.Nullable;

/**
 * {@code CoyoteAdapter.service} and {@code asyncDispatch}. The adapter recycles its request, and
 * with it drops the asynchronous context, exactly when the request is over; otherwise a later
 * {@code asyncDispatch} ends it.
 */
final class ServiceAdvice {

  private ServiceAdvice() {}

  @SuppressWarnings("deprecation") // getMethod(), its successor, is not in older Tomcats
  @Advice.OnMethodEnter(suppress = Throwable.class)
  static @Nullable Object enter(
      @Advice.Argument(0) Request request, @Advice.FieldValue("connector") Connector connector) {
    return ServletProbe.entered(
        request,
        request.method().toString(),
        request.scheme().isNull() ? connector.getScheme() : request.scheme().toString(),
        ServletProbe.EXCLUDES ? request.requestURI().toString() : null);
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  static void exit(
      @Advice.Argument(0) Request request,
      @Advice.Argument(1) Response response,
      @Advice.Enter @Nullable Object previous,
      @Advice.Thrown @Nullable Throwable thrown) {
    ServletProbe.left(previous);
    if (ServletProbe.COUNTS_BYTES) {
      // The smaller of both is behind compression, and has no chunk headers if there is none. What
      // the connector sends as a file is counted by neither, and has its length.
      ServletProbe.transferred(
          request,
          request.getBytesRead(),
          request.getAttribute("org.apache.tomcat.sendfile.filename") == null
              ? Math.min(response.getContentWritten(), response.getBytesWritten(false))
              : response.getContentLengthLong());
    }
    if (thrown != null) {
      ServletProbe.threw(request, thrown);
      ServletProbe.ended(request, null, null, 500, request.protocol().toString());
      return;
    }
    Object adapted = request.getNote(1);
    if (adapted == null
        || ((org.apache.catalina.connector.Request) adapted).getAsyncContextInternal() == null) {
      ServletProbe.ended(request, null, null, response.getStatus(), request.protocol().toString());
    }
  }
}
