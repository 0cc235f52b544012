package io.gnomon.jdbc.pools.advice;

import io.gnomon.bootstrap.PoolProbe;
import net.bytebuddy.asm.Advice;

/** For {@code close} of a pool's logical connection. */
public final class ReturnAdvice {

  private ReturnAdvice() {}

  /**
   * The connection is about to go back.
   *
   * @param connection the receiver
   */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static void enter(@Advice.This Object connection) {
    PoolProbe.returned(connection);
  }
}
