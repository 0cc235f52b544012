package io.gnomon.jdbc.pools.advice;

import io.gnomon.bootstrap.PoolProbe;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** For a pool's method that takes back the object behind a proxy that was closed. */
public final class TakeBackAdvice {

  private TakeBackAdvice() {}

  /**
   * The object is about to go back.
   *
   * @param bearer the object
   */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static void enter(@Advice.Argument(0) @Nullable Object bearer) {
    PoolProbe.returned(bearer);
  }
}
