package io.gnomon.jdbc.advice;

import io.gnomon.bootstrap.JdbcProbe;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * For {@code getConnection} of data sources and of what they give, {@code getXAConnection} and
 * {@code getPooledConnection}.
 */
public final class DataSourceAdvice {

  private DataSourceAdvice() {}

  /**
   * A connection was given.
   *
   * @param dataSource by whom
   * @param connection the connection
   */
  @Advice.OnMethodExit(suppress = Throwable.class)
  public static void exit(
      @Advice.This(optional = true) @Nullable Object dataSource,
      @Advice.Return @Nullable Object connection) {
    JdbcProbe.connectionGot(dataSource, connection);
  }
}
