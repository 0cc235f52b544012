package shop;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.slf4j.MDC;

/** Logs by Logback. */
public final class LogbackShop implements UnaryOperator<String> {

  private final LoggerContext context = new LoggerContext();
  private final PatternLayout layout = new PatternLayout();

  /** Ready to log. */
  public LogbackShop() {
    layout.setContext(context);
    layout.setPattern("%X{trace_id} %X{span_id} %X{trace_flags} %X{other}");
    layout.start();
  }

  @Override
  public String apply(String entry) {
    Entry.put(entry, MDC::put);
    try {
      LoggingEvent event =
          new LoggingEvent("shop", context.getLogger("shop"), Level.INFO, "", null, null);
      String here = layout.doLayout(event);
      event.prepareForDeferredProcessing();
      return here + "/" + CompletableFuture.supplyAsync(() -> layout.doLayout(event)).join();
    } finally {
      MDC.clear();
    }
  }
}
