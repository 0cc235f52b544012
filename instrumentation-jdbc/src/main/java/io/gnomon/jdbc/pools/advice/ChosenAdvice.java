package io.gnomon.jdbc.pools.advice;

import io.gnomon.bootstrap.PoolProbe;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** For a pool's method that returns the object that it hands out a proxy of. */
public final class ChosenAdvice {

  private ChosenAdvice() {}

  /**
   * The object is chosen.
   *
   * @param bearer what was returned
   */
  @Advice.OnMethodExit(suppress = Throwable.class)
  public static void exit(@Advice.Return @Nullable Object bearer) {
    PoolProbe.handedOut(bearer);
  }
}
