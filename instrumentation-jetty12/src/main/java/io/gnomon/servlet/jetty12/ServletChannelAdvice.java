package io.gnomon.servlet.jetty12;

import io.gnomon.bootstrap.ServletProbe;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.server.HttpChannel;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** {@code ServletChannel.handle} of ee10 and ee11: each turn of a request on a thread. */
final class ServletChannelAdvice {

  private ServletChannelAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static @Nullable Object enter(@Advice.FieldValue("_request") Request request) {
    return ServletProbe.joined(HttpChannel.from(request));
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  static void exit(@Advice.Enter @Nullable Object previous) {
    ServletProbe.left(previous);
  }
}
