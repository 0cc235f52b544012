package io.gnomon.jdbc.advice;

import io.gnomon.bootstrap.JdbcProbe;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** For {@code Statement.addBatch(String)}. */
public final class AddBatchTextAdvice {

  private AddBatchTextAdvice() {}

  /**
   * A text was added to a batch.
   *
   * @param statement whose batch it is
   * @param sql the text
   */
  @Advice.OnMethodExit(suppress = Throwable.class)
  public static void exit(
      @Advice.This(optional = true) @Nullable Object statement,
      @Advice.Argument(0) @Nullable String sql) {
    JdbcProbe.batched(statement, sql);
  }
}
