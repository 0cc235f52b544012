package io.gnomon.jdbc.pools.advice;

import io.gnomon.bootstrap.PoolProbe;
import net.bytebuddy.asm.Advice;

/** For a pool's method that makes a physical connection for the token of a data source. */
public final class CreateForTokenAdvice {

  private CreateForTokenAdvice() {}

  /**
   * A connection is about to be made.
   *
   * @return when
   */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static long enter() {
    return PoolProbe.creating();
  }

  /**
   * It is made.
   *
   * @param startNanos when that began
   * @param arguments the last of which is the token, one object per data source
   */
  @Advice.OnMethodExit(suppress = Throwable.class)
  public static void exit(@Advice.Enter long startNanos, @Advice.AllArguments Object[] arguments) {
    PoolProbe.created(arguments[arguments.length - 1], startNanos);
  }
}
