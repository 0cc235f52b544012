package io.gnomon.http.jdk;

import io.gnomon.bootstrap.ClientProbe;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import jdk.internal.net.http.common.HttpHeadersBuilder;
import net.bytebuddy.asm.Advice;

/** The client's own copy of a request: the application's is not touched. */
final class RequestAdvice {

  private RequestAdvice() {}

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(
      @Advice.FieldValue("userHeaders") HttpHeaders user,
      @Advice.FieldValue("systemHeadersBuilder") HttpHeadersBuilder system) {
    Map<String, List<String>> given = user.map();
    String[] headers =
        ClientProbe.headers(
            null,
            given.get(ClientProbe.TRACE_PARENT),
            given.get(ClientProbe.B3),
            given.get(ClientProbe.B3_TRACE_ID));
    if (headers != null) {
      for (int i = 0; i < headers.length; i += 2) {
        if (!given.containsKey(headers[i])) {
          system.setHeader(headers[i], headers[i + 1]);
        }
      }
    }
  }
}
