package io.gnomon.http.apache5;

import io.gnomon.bootstrap.ClientProbe;
import net.bytebuddy.asm.Advice;
import org.apache.hc.client5.http.async.AsyncExecCallback;
import org.apache.hc.client5.http.async.AsyncExecChain;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/** As {@link ConnectAdvice}, but for its end, which the callback is told. */
final class AsyncConnectAdvice {

  private AsyncConnectAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static @Nullable Object enter(
      @Advice.Argument(0) HttpRequest request,
      @Advice.Argument(2) AsyncExecChain.Scope scope,
      @Advice.Argument(4) AsyncExecCallback callback) {
    ClientProbe.captured(scope.execRuntime);
    HttpHost target = scope.route.getTargetHost();
    Object call =
        ClientProbe.begun(
            scope.execRuntime,
            request.getMethod(),
            target.getSchemeName(),
            target.getHostName(),
            target.getPort(),
            request.getPath());
    if (call != null) {
      ClientProbe.awaited(call, callback);
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
  static void exit(@Advice.Enter @Nullable Object call, @Advice.Thrown @Nullable Throwable thrown) {
    if (thrown == null) {
      ClientProbe.left(call);
    } else {
      ClientProbe.ended(call, 0, null, thrown);
    }
  }
}
