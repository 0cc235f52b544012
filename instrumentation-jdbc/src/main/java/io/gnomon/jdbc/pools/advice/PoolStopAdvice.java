package io.gnomon.jdbc.pools.advice;

import io.gnomon.bootstrap.PoolProbe;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** For the method of a manager of pools that stops one by its name. */
public final class PoolStopAdvice {

  private PoolStopAdvice() {}

  /**
   * The pool is about to be stopped.
   *
   * @param name the pool's own
   */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static void enter(@Advice.Argument(0) @Nullable String name) {
    PoolProbe.poolStopped(name);
  }
}
