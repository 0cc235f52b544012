package io.gnomon.servlet.tomcat;

import io.gnomon.bootstrap.ServletProbe;
import net.bytebuddy.asm.Advice;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.Request;
import org.apache.coyote.Response;

/** {@code CoyoteAdapter.log}: a request that the processor answered without the adapter. */
final class LogAdvice {

  private LogAdvice() {}

  @SuppressWarnings("deprecation") // getMethod(), its successor, is not in older Tomcats
  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @Advice.Argument(0) Request request,
      @Advice.Argument(1) Response response,
      @Advice.FieldValue("connector") Connector connector) {
    ServletProbe.ended(
        request,
        request.method().toString(),
        request.scheme().isNull() ? connector.getScheme() : request.scheme().toString(),
        response.getStatus(),
        request.protocol().toString());
  }
}
