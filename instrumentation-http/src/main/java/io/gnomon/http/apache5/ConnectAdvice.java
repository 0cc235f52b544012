package io.gnomon.http.apache5;

import io.gnomon.bootstrap.ClientProbe;
import net.bytebuddy.asm.Advice;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.jspecify.annotations.Nullable;

/**
 * The one of the chain that connects and has the last one send: once for each redirect and
 * repetition, with a copy of the application's request.
 */
final class ConnectAdvice {

  private ConnectAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static @Nullable Object enter(
      @Advice.Argument(0) ClassicHttpRequest request, @Advice.Argument(1) ExecChain.Scope scope) {
    HttpHost target = scope.route.getTargetHost();
    Object call =
        ClientProbe.begun(
            null,
            request.getMethod(),
            target.getSchemeName(),
            target.getHostName(),
            target.getPort(),
            request.getPath());
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
      @Advice.Return @Nullable ClassicHttpResponse response,
      @Advice.Thrown @Nullable Throwable thrown) {
    if (call != null) {
      if (response == null) {
        ClientProbe.ended(call, 0, null, thrown);
      } else {
        ClientProbe.ended(
            call,
            response.getCode(),
            response.getVersion() == null ? null : response.getVersion().toString(),
            thrown);
      }
    }
  }
}
