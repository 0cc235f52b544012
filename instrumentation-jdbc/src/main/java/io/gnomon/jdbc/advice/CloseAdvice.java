package io.gnomon.jdbc.advice;

import io.gnomon.bootstrap.JdbcProbe;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** For {@code close} of connections, statements and results. */
public final class CloseAdvice {

  private CloseAdvice() {}

  /**
   * It was closed; also if that failed, for drivers let go of it all the same.
   *
   * @param closed the receiver
   */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(@Advice.This(optional = true) @Nullable Object closed) {
    JdbcProbe.leave(closed, JdbcProbe.closed(closed, JdbcProbe.left(closed)));
  }
}
