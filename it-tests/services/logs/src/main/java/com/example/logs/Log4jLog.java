package com.example.logs;

import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.apache.logging.log4j.ThreadContext;

/** By Log4j 2, set up by {@code log4j2.xml}. */
final class Log4jLog implements Log {

  private static final Logger LOGGER = LogManager.getLogger("logs");

  @Override
  public void say(String line) {
    LOGGER.info(line);
  }

  @Override
  public void put(String key, String value) {
    ThreadContext.put(key, value);
  }

  @Override
  public void remove(String key) {
    ThreadContext.remove(key);
  }
}
