package io.gnomon.http.okhttp;

import io.gnomon.bootstrap.ClientProbe;
import net.bytebuddy.asm.Advice;
import okhttp3.Request;

/** The headers of a request are written: once for each that is sent. */
final class WriteAdvice {

  private WriteAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.Argument(value = 0, readOnly = false) Request request) {
    String[] headers =
        ClientProbe.headers(
            null,
            request.header(ClientProbe.TRACE_PARENT),
            request.header(ClientProbe.B3),
            request.header(ClientProbe.B3_TRACE_ID));
    if (headers != null) {
      Request.Builder more = request.newBuilder();
      for (int i = 0; i < headers.length; i += 2) {
        if (request.header(headers[i]) == null) {
          more.header(headers[i], headers[i + 1]);
        }
      }
      request = more.build();
    }
  }
}
