package io.gnomon.servlet.tomcat;

import io.gnomon.bootstrap.ServletProbe;
import net.bytebuddy.asm.Advice;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.jspecify.annotations.Nullable;

/** {@code coyote.Request.recycle}: between two requests, and when the connection is gone. */
final class RecycleAdvice {

  private RecycleAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @Advice.This Request request, @Advice.FieldValue("response") @Nullable Response response) {
    ServletProbe.recycled(request, response == null ? 0 : response.getStatus());
  }
}
