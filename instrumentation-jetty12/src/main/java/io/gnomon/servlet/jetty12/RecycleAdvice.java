package io.gnomon.servlet.jetty12;

import io.gnomon.bootstrap.ServletProbe;
import net.bytebuddy.asm.Advice;

/** {@code HttpChannelState.recycle}: between two requests of a connection. */
final class RecycleAdvice {

  private RecycleAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.This Object channel) {
    ServletProbe.recycled(channel, 0);
  }
}
