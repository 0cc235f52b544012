package io.gnomon.servlet.jetty9;

import io.gnomon.bootstrap.ServletProbe;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.server.HttpChannel;

/** {@code HttpChannel.handleException}: what reached the container. */
final class ExceptionAdvice {

  private ExceptionAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.This HttpChannel channel, @Advice.Argument(0) Throwable thrown) {
    ServletProbe.threw(channel, thrown);
  }
}
