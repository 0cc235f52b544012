package io.gnomon.jdbc.pools.advice;

import io.gnomon.bootstrap.PoolProbe;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * For a pool's method that makes a physical connection, the receiver being what makes all of them.
 */
public final class CreateByThisAdvice {

  private CreateByThisAdvice() {}

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
   * @param creator the receiver
   */
  @Advice.OnMethodExit(suppress = Throwable.class)
  public static void exit(@Advice.Enter long startNanos, @Advice.This @Nullable Object creator) {
    PoolProbe.created(creator, startNanos);
  }
}
