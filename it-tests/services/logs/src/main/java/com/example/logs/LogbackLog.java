package com.example.logs;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** By Logback, set up by {@code logback.xml}. */
final class LogbackLog implements Log {

  private static final Logger LOGGER = LoggerFactory.getLogger("logs");

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
