package io.gnomon.servlet.liberty;

import com.ibm.ws.http.dispatcher.internal.channel.HttpDispatcherLink;
import com.ibm.wsspi.http.channel.HttpRequestMessage;
import com.ibm.wsspi.http.channel.HttpServiceContext;
import com.ibm.wsspi.http.channel.values.MethodValues;
import io.gnomon.bootstrap.ServletProbe;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * {@code HttpDispatcherLink.ready}: a request was parsed. The link is the connection's, so it is
 * told that it serves another request. A connection that begins with HTTP/2 is told here too,
 * before any request: then no method was parsed.
 */
final class ReadyAdvice {

  private ReadyAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static @Nullable Object enter(@Advice.This HttpDispatcherLink link) {
    HttpRequestMessage request =
        ((HttpServiceContext) link.getDeviceLink().getChannelAccessor()).getRequest();
    if (request.getMethodValue() == MethodValues.UNDEF) {
      return ServletProbe.joined(null);
    }
    ServletProbe.recycled(link, 0);
    return ServletProbe.entered(
        link,
        request.getMethod(),
        request.getScheme(),
        ServletProbe.EXCLUDES ? request.getRequestURI() : null);
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  static void exit(@Advice.Enter @Nullable Object previous) {
    ServletProbe.left(previous);
  }
}
