package io.gnomon.http.apache5;

import io.gnomon.bootstrap.ClientProbe;
import net.bytebuddy.asm.Advice;
import org.apache.hc.core5.http.HttpResponse;

/** The callback is told of the response. */
final class ResponseAdvice {

  private ResponseAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.This Object callback, @Advice.Argument(0) HttpResponse response) {
    ClientProbe.answered(
        callback,
        response.getCode(),
        response.getVersion() == null ? null : response.getVersion().toString(),
        null);
  }
}
