package io.gnomon.jdbc.pools.advice;

import io.gnomon.bootstrap.PoolProbe;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** For a pool's method that makes the proxy that it hands out of the object it is given. */
public final class HandOutAdvice {

  private HandOutAdvice() {}

  /**
   * The proxy is about to be made.
   *
   * @param bearer the object behind it
   */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static void enter(@Advice.Argument(0) @Nullable Object bearer) {
    PoolProbe.handedOut(bearer);
  }
}
