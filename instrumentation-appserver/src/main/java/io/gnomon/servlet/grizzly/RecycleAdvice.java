package io.gnomon.servlet.grizzly;

import io.gnomon.bootstrap.ServletProbe;
import net.bytebuddy.asm.Advice;
import org.glassfish.grizzly.http.server.Request;

/** {@code Request.recycle}: the object serves another request. Its response is empty already. */
final class RecycleAdvice {

  private RecycleAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.This Request request) {
    ServletProbe.recycled(request, 0);
  }
}
