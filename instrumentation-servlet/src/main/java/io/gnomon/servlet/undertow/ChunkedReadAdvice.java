package io.gnomon.servlet.undertow;

import io.gnomon.bootstrap.ServletProbe;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * {@code ChunkedStreamSourceConduit.read}: a body whose length nobody has announced. The exchange
 * is null where Undertow is a client.
 */
final class ChunkedReadAdvice {

  private ChunkedReadAdvice() {}

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(
      @Advice.FieldValue("exchange") @Nullable Object exchange, @Advice.Return int bytes) {
    if (ServletProbe.COUNTS_BYTES && exchange != null && bytes > 0) {
      ServletProbe.received(exchange, bytes);
    }
  }
}
