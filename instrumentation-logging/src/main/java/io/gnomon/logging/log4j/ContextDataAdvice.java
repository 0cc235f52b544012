package io.gnomon.logging.log4j;

import io.gnomon.bootstrap.LogProbe;
import java.util.Map;
import net.bytebuddy.asm.Advice;
import org.apache.logging.log4j.core.impl.ContextDataFactory;
import org.apache.logging.log4j.util.StringMap;

/**
 * {@code ThreadContextDataInjector.For*.injectContextData}: gives an event the context of its
 * thread, in the map that the event came with or in one that the thread goes on using. Only the
 * first may be written to.
 */
final class ContextDataAdvice {

  private ContextDataAdvice() {}

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(
      @Advice.Argument(1) StringMap ofEvent, @Advice.Return(readOnly = false) StringMap returned) {
    if (returned.containsKey(LogProbe.TRACE_ID)) {
      return;
    }
    Map<String, String> ids = LogProbe.ids();
    if (ids != null) {
      boolean frozen = returned.isFrozen();
      StringMap filled = returned;
      if (frozen || returned != ofEvent) {
        filled = ContextDataFactory.createContextData(returned.size() + ids.size());
        filled.putAll(returned);
      }
      for (Map.Entry<String, String> id : ids.entrySet()) {
        if (!filled.containsKey(id.getKey())) {
          filled.putValue(id.getKey(), id.getValue());
        }
      }
      if (frozen) {
        filled.freeze();
      }
      returned = filled;
    }
  }
}
