package io.gnomon.logging;

import io.gnomon.core.log.AgentLog;

/** Throws lines away. */
final class NoLog implements AgentLog {

  @Override
  public void info(String line) {}

  @Override
  public void warn(String line) {}

  @Override
  public void debug(String line) {}
}
