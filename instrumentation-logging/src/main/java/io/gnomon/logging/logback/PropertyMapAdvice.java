package io.gnomon.logging.logback;

import io.gnomon.bootstrap.LogProbe;
import java.util.Map;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * {@code LoggingEvent.getMDCPropertyMap}: the first call takes the MDC of its thread, which the
 * event keeps. What it takes is the thread's own, so a map of ours takes its place.
 */
final class PropertyMapAdvice {

  private PropertyMapAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static boolean enter(@Advice.FieldValue("mdcPropertyMap") @Nullable Map<String, String> taken) {
    return taken == null;
  }

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(
      @Advice.Enter boolean first,
      @Advice.FieldValue(value = "mdcPropertyMap", readOnly = false) Map<String, String> taken,
      @Advice.Return(readOnly = false) Map<String, String> returned) {
    if (first && !returned.containsKey(LogProbe.TRACE_ID)) {
      Map<String, String> ids = LogProbe.ids();
      if (ids != null) {
        ids.putAll(returned);
        taken = ids;
        returned = ids;
      }
    }
  }
}
