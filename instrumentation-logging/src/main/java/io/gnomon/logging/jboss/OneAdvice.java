package io.gnomon.logging.jboss;

import io.gnomon.bootstrap.LogProbe;
import net.bytebuddy.asm.Advice;
import org.jboss.logmanager.ExtLogRecord;

/** {@code ExtLogRecord.getMdc}: asks the thread as long as the record has no copy. */
final class OneAdvice {

  private OneAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.This ExtLogRecord record, @Advice.Argument(0) String key) {
    if (LogProbe.TRACE_ID.equals(key)
        || LogProbe.SPAN_ID.equals(key)
        || LogProbe.TRACE_FLAGS.equals(key)) {
      record.copyMdc();
    }
  }
}
