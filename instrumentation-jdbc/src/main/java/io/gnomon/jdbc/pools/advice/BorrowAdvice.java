package io.gnomon.jdbc.pools.advice;

import io.gnomon.bootstrap.PoolProbe;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** For {@code getConnection} of a pool's data source. */
public final class BorrowAdvice {

  private BorrowAdvice() {}

  /**
   * The method is entered.
   *
   * @param dataSource the receiver
   * @return the token of the call
   */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static int enter(@Advice.This Object dataSource) {
    return PoolProbe.borrowing(dataSource);
  }

  /**
   * The method is left.
   *
   * @param token of the call
   * @param connection what it returned
   * @param thrown what it threw, or null
   */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(
      @Advice.Enter int token,
      @Advice.Return @Nullable Object connection,
      @Advice.Thrown @Nullable Throwable thrown) {
    PoolProbe.borrowed(token, connection, thrown);
  }
}
