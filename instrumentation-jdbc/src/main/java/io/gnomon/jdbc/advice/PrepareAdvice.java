package io.gnomon.jdbc.advice;

import io.gnomon.bootstrap.JdbcProbe;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** For {@code Connection.prepareStatement} and {@code prepareCall}. */
public final class PrepareAdvice {

  private PrepareAdvice() {}

  /**
   * A text was prepared.
   *
   * @param connection who prepared it
   * @param sql the text
   * @param statement the statement
   */
  @Advice.OnMethodExit(suppress = Throwable.class)
  public static void exit(
      @Advice.This(optional = true) @Nullable Object connection,
      @Advice.Argument(0) @Nullable String sql,
      @Advice.Return @Nullable Object statement) {
    JdbcProbe.prepared(connection, JdbcProbe.left(connection), statement, sql);
  }
}
