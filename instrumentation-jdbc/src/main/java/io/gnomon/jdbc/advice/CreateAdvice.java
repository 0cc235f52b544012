package io.gnomon.jdbc.advice;

import io.gnomon.bootstrap.JdbcProbe;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** For {@code Connection.createStatement}. */
public final class CreateAdvice {

  private CreateAdvice() {}

  /**
   * A statement was made.
   *
   * @param connection who made it
   * @param statement the new statement
   */
  @Advice.OnMethodExit(suppress = Throwable.class)
  public static void exit(
      @Advice.This(optional = true) @Nullable Object connection,
      @Advice.Return @Nullable Object statement) {
    JdbcProbe.created(connection, statement);
  }
}
