package shop;

import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.apache.logging.log4j.ThreadContext;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.impl.ContextDataInjectorFactory;
import org.apache.logging.log4j.core.impl.MutableLogEvent;
import org.apache.logging.log4j.core.layout.PatternLayout;
import org.apache.logging.log4j.util.StringMap;

/** Logs by Log4j, with one event again and again, as it does itself. */
public final class Log4jShop implements UnaryOperator<String> {

  private final PatternLayout layout =
      PatternLayout.newBuilder()
          .withPattern("%X{trace_id} %X{span_id} %X{trace_flags} %X{other}")
          .build();

  private final MutableLogEvent event = new MutableLogEvent();

  /** Ready to log. */
  public Log4jShop() {}

  @Override
  public String apply(String entry) {
    Entry.put(entry, ThreadContext::put);
    try {
      event.setContextData(
          ContextDataInjectorFactory.createInjector()
              .injectContextData(null, (StringMap) event.getContextData()));
      String here = layout.toSerializable(event);
      LogEvent queued = event.createMemento();
      event.clear();
      return here + "/" + CompletableFuture.supplyAsync(() -> layout.toSerializable(queued)).join();
    } finally {
      ThreadContext.clearMap();
    }
  }
}
