package io.gnomon.servlet.grizzly;

import io.gnomon.bootstrap.ServletProbe;
import net.bytebuddy.asm.Advice;
import org.glassfish.grizzly.http.server.Request;
import org.jspecify.annotations.Nullable;

/** {@code HttpHandler.service}: on the thread that entered, or on one of an executor. */
final class ServiceAdvice {

  private ServiceAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static @Nullable Object enter(@Advice.Argument(0) Request request) {
    return ServletProbe.joined(request);
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  static void exit(
      @Advice.Argument(0) Request request,
      @Advice.Enter @Nullable Object previous,
      @Advice.Thrown @Nullable Throwable thrown) {
    if (thrown != null) {
      ServletProbe.threw(request, thrown);
    }
    ServletProbe.left(previous);
  }
}
