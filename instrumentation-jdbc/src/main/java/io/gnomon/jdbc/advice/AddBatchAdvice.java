package io.gnomon.jdbc.advice;

import io.gnomon.bootstrap.JdbcProbe;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** For {@code PreparedStatement.addBatch}. */
public final class AddBatchAdvice {

  private AddBatchAdvice() {}

  /**
   * What was prepared was added to a batch.
   *
   * @param statement whose batch it is
   */
  @Advice.OnMethodExit(suppress = Throwable.class)
  public static void exit(@Advice.This(optional = true) @Nullable Object statement) {
    JdbcProbe.batched(statement, null);
  }
}
