package io.gnomon.jdbc.pools.advice;

import io.gnomon.bootstrap.PoolProbe;
import net.bytebuddy.asm.Advice;

/** For the method that closes a pool. */
public final class PoolCloseAdvice {

  private PoolCloseAdvice() {}

  /**
   * The pool is about to be closed.
   *
   * @param dataSource the receiver
   */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static void enter(@Advice.This Object dataSource) {
    PoolProbe.poolClosed(dataSource);
  }
}
