package io.gnomon.jdbc.advice;

import io.gnomon.bootstrap.JdbcProbe;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** For {@code ResultSet.next}. */
public final class NextAdvice {

  private NextAdvice() {}

  /**
   * The method is entered.
   *
   * @param result the receiver
   * @return the token of the call
   */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static int enter(@Advice.This(optional = true) @Nullable Object result) {
    return JdbcProbe.advancing(result, JdbcProbe.left(result));
  }

  /**
   * The method is left.
   *
   * @param token of the call
   * @param result the receiver
   * @param row whether there is a row
   */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(
      @Advice.Enter int token,
      @Advice.This(optional = true) Object result,
      @Advice.Return boolean row) {
    JdbcProbe.advanced(token, result, JdbcProbe.left(result), row);
  }
}
