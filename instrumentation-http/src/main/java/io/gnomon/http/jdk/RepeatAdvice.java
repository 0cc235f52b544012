package io.gnomon.http.jdk;

import io.gnomon.bootstrap.ClientProbe;
import java.util.List;
import jdk.internal.net.http.HttpRequestImpl;
import jdk.internal.net.http.common.HttpHeadersBuilder;
import net.bytebuddy.asm.Advice;

/** A request is sent again, after a redirect or an authentication: what we added goes with it. */
final class RepeatAdvice {

  private RepeatAdvice() {}

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(
      @Advice.Argument(2) HttpRequestImpl before,
      @Advice.FieldValue("systemHeadersBuilder") HttpHeadersBuilder system) {
    for (String name : ClientProbe.names()) {
      List<String> values = before.getSystemHeadersBuilder().map().get(name);
      if (values != null && !values.isEmpty()) {
        system.setHeader(name, values.get(0));
      }
    }
  }
}
