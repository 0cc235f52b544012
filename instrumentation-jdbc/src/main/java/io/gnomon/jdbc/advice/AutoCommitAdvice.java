package io.gnomon.jdbc.advice;

import io.gnomon.bootstrap.JdbcProbe;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** For {@code Connection.setAutoCommit}. */
public final class AutoCommitAdvice {

  private AutoCommitAdvice() {}

  /**
   * The method is entered.
   *
   * @param connection the receiver
   * @return the token of the call
   */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static int enter(@Advice.This(optional = true) @Nullable Object connection) {
    return JdbcProbe.calling(connection);
  }

  /**
   * The method is left.
   *
   * @param token of the call
   * @param connection the receiver
   * @param autoCommit what was set
   * @param thrown what it threw, or null
   */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(
      @Advice.Enter int token,
      @Advice.This(optional = true) Object connection,
      @Advice.Argument(0) boolean autoCommit,
      @Advice.Thrown @Nullable Throwable thrown) {
    JdbcProbe.autoCommitSet(token, connection, autoCommit, thrown);
  }
}
