package io.gnomon.jdbc.advice;

import io.gnomon.bootstrap.JdbcProbe;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** For {@code Driver.connect}. */
public final class ConnectAdvice {

  private ConnectAdvice() {}

  /**
   * The method is entered.
   *
   * @param driver the receiver
   * @return the token of the call
   */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static int enter(@Advice.This(optional = true) @Nullable Object driver) {
    return JdbcProbe.connecting(driver);
  }

  /**
   * The method is left.
   *
   * @param token of the call
   * @param url what was asked for
   * @param connection the connection, or null if there is none
   */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(
      @Advice.Enter int token,
      @Advice.Argument(0) @Nullable String url,
      @Advice.Return @Nullable Object connection) {
    JdbcProbe.connected(token, connection, url);
  }
}
