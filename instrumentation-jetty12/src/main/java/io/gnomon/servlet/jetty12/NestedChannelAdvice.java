package io.gnomon.servlet.jetty12;

import io.gnomon.bootstrap.ServletProbe;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.eclipse.jetty.server.HttpChannel;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** {@code HttpChannel.handle} of ee8 and ee9: each turn of a request on a thread. */
final class NestedChannelAdvice {

  private NestedChannelAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static @Nullable Object enter(
      @Advice.FieldValue(value = "_coreRequest", typing = Assigner.Typing.DYNAMIC)
          Request request) {
    return ServletProbe.joined(HttpChannel.from(request));
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  static void exit(@Advice.Enter @Nullable Object previous) {
    ServletProbe.left(previous);
  }
}
