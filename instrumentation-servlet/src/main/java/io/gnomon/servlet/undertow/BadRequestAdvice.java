package io.gnomon.servlet.undertow;

import io.gnomon.bootstrap.ServletProbe;
import io.undertow.server.protocol.http.HttpServerConnection;
import net.bytebuddy.asm.Advice;

/** {@code HttpReadListener.sendBadRequestAndClose}: answers 400 without an exchange. */
final class BadRequestAdvice {

  private BadRequestAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.FieldValue("connection") HttpServerConnection connection) {
    ServletProbe.refused(connection.getSslSession() == null ? "http" : "https", 400);
  }
}
