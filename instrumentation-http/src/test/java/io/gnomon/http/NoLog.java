package io.gnomon.http;

import io.gnomon.core.log.AgentLog;

/** Tells nobody. */
final class NoLog implements AgentLog {

  @Override
  public void info(String line) {}

  @Override
  public void warn(String line) {}

  @Override
  public void debug(String line) {}
}
