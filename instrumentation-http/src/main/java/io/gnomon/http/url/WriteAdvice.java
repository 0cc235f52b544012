package io.gnomon.http.url;

import io.gnomon.bootstrap.ClientProbe;
import net.bytebuddy.asm.Advice;
import sun.net.www.MessageHeader;

/**
 * {@code writeRequests}, which puts the headers together once for each request that is sent: past
 * {@code setRequestProperty}, whose exceptions and answers stay as they are.
 */
final class WriteAdvice {

  private WriteAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @Advice.FieldValue("setRequests") boolean together,
      @Advice.FieldValue("requests") MessageHeader requests,
      @Advice.FieldValue("userHeaders") MessageHeader given) {
    if (!together) {
      String[] headers =
          ClientProbe.headers(
              null,
              given.findValue(ClientProbe.TRACE_PARENT),
              given.findValue(ClientProbe.B3),
              given.findValue(ClientProbe.B3_TRACE_ID));
      if (headers != null) {
        for (int i = 0; i < headers.length; i += 2) {
          if (given.findValue(headers[i]) == null) {
            requests.set(headers[i], headers[i + 1]);
          }
        }
      }
    }
  }
}
