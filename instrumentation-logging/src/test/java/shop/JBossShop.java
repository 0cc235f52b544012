package shop;

import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.MDC;
import org.jboss.logmanager.formatters.PatternFormatter;

/** Logs by JBoss LogManager. */
public final class JBossShop implements UnaryOperator<String> {

  private final PatternFormatter layout =
      new PatternFormatter("%X{trace_id} %X{span_id} %X{trace_flags} %X{other}");

  /** Ready to log. */
  public JBossShop() {}

  @Override
  public String apply(String entry) {
    Entry.put(entry, MDC::put);
    try {
      ExtLogRecord event = new ExtLogRecord(Level.INFO, "", "shop");
      String here = layout.format(event);
      event.copyAll();
      return here + "/" + CompletableFuture.supplyAsync(() -> layout.format(event)).join();
    } finally {
      MDC.clear();
    }
  }
}
