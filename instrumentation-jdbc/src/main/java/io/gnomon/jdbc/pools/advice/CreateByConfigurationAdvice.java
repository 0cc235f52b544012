package io.gnomon.jdbc.pools.advice;

import io.gnomon.bootstrap.PoolProbe;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * For a pool's method that makes a physical connection, the receiver having its own settings in a
 * field.
 */
public final class CreateByConfigurationAdvice {

  private CreateByConfigurationAdvice() {}

  /**
   * A connection is about to be made.
   *
   * @return when
   */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static long enter() {
    return PoolProbe.creating();
  }

  /**
   * It is made.
   *
   * @param startNanos when that began
   * @param creator the settings, one object per pool
   */
  @Advice.OnMethodExit(suppress = Throwable.class)
  public static void exit(
      @Advice.Enter long startNanos, @Advice.FieldValue("configuration") @Nullable Object creator) {
    PoolProbe.created(creator, startNanos);
  }
}
