package io.gnomon.jdbc.advice;

import io.gnomon.bootstrap.JdbcProbe;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** For {@code Statement.clearBatch}. */
public final class ClearBatchAdvice {

  private ClearBatchAdvice() {}

  /**
   * A batch was emptied.
   *
   * @param statement whose batch it is
   */
  @Advice.OnMethodExit(suppress = Throwable.class)
  public static void exit(@Advice.This(optional = true) @Nullable Object statement) {
    JdbcProbe.batchCleared(statement);
  }
}
