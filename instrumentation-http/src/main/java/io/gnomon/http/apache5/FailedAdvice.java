package io.gnomon.http.apache5;

import io.gnomon.bootstrap.ClientProbe;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** The callback is told of a failure, or that the application has given up. */
final class FailedAdvice {

  private FailedAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.This Object callback, @Advice.Argument(0) @Nullable Exception cause) {
    ClientProbe.answered(callback, 0, null, cause);
  }
}
