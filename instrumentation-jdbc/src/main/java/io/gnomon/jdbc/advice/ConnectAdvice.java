package io.gnomon.jdbc.advice;

import io.gnomon.bootstrap.JdbcProbe;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** For {@code Driver.connect}. */
public final class ConnectAdvice {

  private ConnectAdvice() {}

  /**
   * The driver has answered.
   *
   * @param url what it was asked for
   * @param connection what it gave, or null if the URL is another driver's
   */
  @Advice.OnMethodExit(suppress = Throwable.class)
  public static void exit(
      @Advice.Argument(0) @Nullable String url, @Advice.Return @Nullable Object connection) {
    JdbcProbe.connected(connection, url);
  }
}
