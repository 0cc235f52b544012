package io.gnomon.jdbc.advice;

import io.gnomon.bootstrap.JdbcProbe;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** For {@code Statement.executeQuery(String)}. */
public final class ExecuteQueryTextAdvice {

  private ExecuteQueryTextAdvice() {}

  /**
   * The method is entered.
   *
   * @param statement the receiver
   * @return the token of the call
   */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static int enter(@Advice.This(optional = true) @Nullable Object statement) {
    return JdbcProbe.executing(statement, JdbcProbe.left(statement));
  }

  /**
   * The method is left.
   *
   * @param token of the call
   * @param statement the receiver
   * @param sql the text
   * @param result what it returned, or null
   * @param thrown what it threw, or null
   */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(
      @Advice.Enter int token,
      @Advice.This(optional = true) Object statement,
      @Advice.Argument(0) @Nullable String sql,
      @Advice.Return @Nullable Object result,
      @Advice.Thrown @Nullable Throwable thrown) {
    JdbcProbe.executed(token, statement, JdbcProbe.left(statement), sql, result, thrown);
  }
}
