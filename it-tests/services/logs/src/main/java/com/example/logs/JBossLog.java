package com.example.logs;

import java.util.logging.Formatter;
import java.util.logging.Handler;
import org.jboss.logmanager.Logger;
import org.jboss.logmanager.MDC;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.jboss.logmanager.handlers.AsyncHandler;
import org.jboss.logmanager.handlers.ConsoleHandler;

/** By {@code java.util.logging}, of which JBoss LogManager is the manager. */
final class JBossLog implements Log {

  private static final java.util.logging.Logger LOGGER = java.util.logging.Logger.getLogger("logs");

  JBossLog() {
    Logger logger = Logger.getLogger("logs");
    logger.setUseParentHandlers(false);
    logger.addHandler(console("sync"));
    AsyncHandler async = new AsyncHandler();
    async.addHandler(console("async"));
    logger.addHandler(async);
  }

  private static Handler console(String name) {
    Formatter formatter =
        new PatternFormatter(name + "|%m|%X{trace_id}|%X{span_id}|%X{trace_flags}|%X{other}|%X%n");
    ConsoleHandler console = new ConsoleHandler(ConsoleHandler.Target.SYSTEM_OUT, formatter);
    console.setAutoFlush(true);
    return console;
  }

  @Override
  public void say(String line) {
    LOGGER.info(line);
  }

  @Override
  public void put(String key, String value) {
    MDC.put(key, value);
  }

  @Override
  public void remove(String key) {
    MDC.remove(key);
  }
}
