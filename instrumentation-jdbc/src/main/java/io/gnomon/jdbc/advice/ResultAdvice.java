package io.gnomon.jdbc.advice;

import io.gnomon.bootstrap.JdbcProbe;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** For {@code Statement.getResultSet}. */
public final class ResultAdvice {

  private ResultAdvice() {}

  /**
   * A result was handed out.
   *
   * @param statement whose it is
   * @param result the result, or null
   */
  @Advice.OnMethodExit(suppress = Throwable.class)
  public static void exit(
      @Advice.This(optional = true) @Nullable Object statement,
      @Advice.Return @Nullable Object result) {
    JdbcProbe.resultGot(statement, result);
  }
}
