package io.gnomon.http.apache4;

import io.gnomon.bootstrap.ClientProbe;
import net.bytebuddy.asm.Advice;
import org.apache.http.HttpHost;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpRequestWrapper;
import org.apache.http.conn.routing.HttpRoute;
import org.jspecify.annotations.Nullable;

/**
 * The last of the chain, which connects and sends: once for each redirect and repetition, with a
 * copy of the application's request, whose headers are the application's again the next time.
 */
final class ExecAdvice {

  private ExecAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static @Nullable Object enter(
      @Advice.Argument(0) HttpRoute route, @Advice.Argument(1) HttpRequestWrapper request) {
    HttpHost target = route.getTargetHost();
    Object call =
        ClientProbe.begun(
            null,
            request.getRequestLine().getMethod(),
            target.getSchemeName(),
            target.getHostName(),
            target.getPort(),
            request.getRequestLine().getUri());
    if (call != null) {
      String[] headers =
          ClientProbe.headers(
              call,
              request.getFirstHeader(ClientProbe.TRACE_PARENT),
              request.getFirstHeader(ClientProbe.B3),
              request.getFirstHeader(ClientProbe.B3_TRACE_ID));
      if (headers != null) {
        for (int i = 0; i < headers.length; i += 2) {
          if (!request.containsHeader(headers[i])) {
            request.setHeader(headers[i], headers[i + 1]);
          }
        }
      }
    }
    return call;
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  static void exit(
      @Advice.Enter @Nullable Object call,
      @Advice.Return @Nullable CloseableHttpResponse response,
      @Advice.Thrown @Nullable Throwable thrown) {
    if (call != null) {
      if (response == null) {
        ClientProbe.ended(call, 0, null, thrown);
      } else {
        ClientProbe.ended(
            call,
            response.getStatusLine().getStatusCode(),
            response.getStatusLine().getProtocolVersion().toString(),
            thrown);
      }
    }
  }
}
