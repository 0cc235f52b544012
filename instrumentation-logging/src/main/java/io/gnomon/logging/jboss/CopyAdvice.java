package io.gnomon.logging.jboss;

import io.gnomon.bootstrap.LogProbe;
import java.util.Map;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/** {@code ExtLogRecord.copyMdc}: the first call copies the MDC of its thread into the record. */
final class CopyAdvice {

  private CopyAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static boolean enter(@Advice.FieldValue("mdcCopy") @Nullable Object copy) {
    return copy == null;
  }

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(
      @Advice.Enter boolean first,
      @Advice.FieldValue(value = "mdcCopy", typing = Assigner.Typing.DYNAMIC)
          Map<String, Object> copy) {
    if (first && !copy.containsKey(LogProbe.TRACE_ID)) {
      Map<String, String> ids = LogProbe.ids();
      if (ids != null) {
        for (Map.Entry<String, String> id : ids.entrySet()) {
          if (!copy.containsKey(id.getKey())) {
            copy.put(id.getKey(), id.getValue());
          }
        }
      }
    }
  }
}
