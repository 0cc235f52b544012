package io.gnomon.servlet.grizzly;

import io.gnomon.bootstrap.ServletProbe;
import net.bytebuddy.asm.Advice;
import org.glassfish.grizzly.http.HttpHeader;
import org.glassfish.grizzly.http.HttpRequestPacket;

/** {@code HttpServerFilter.onHttpHeaderError}: answers what it could not parse. */
final class HeaderErrorAdvice {

  private HeaderErrorAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.Argument(0) HttpHeader header) {
    int status = ((HttpRequestPacket) header).getResponse().getStatus();
    ServletProbe.refused(header.isSecure() ? "https" : "http", status < 400 ? 400 : status);
  }
}
