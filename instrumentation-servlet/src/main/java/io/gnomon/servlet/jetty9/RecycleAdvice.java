package io.gnomon.servlet.jetty9;

import io.gnomon.bootstrap.ServletProbe;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.server.HttpChannel;

/** {@code HttpChannel.recycle}: between two requests of a connection. */
final class RecycleAdvice {

  private RecycleAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.This HttpChannel channel) {
    ServletProbe.recycled(channel, channel.getResponse().getStatus());
  }
}
