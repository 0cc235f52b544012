package io.gnomon.jdbc.explain;

import io.gnomon.core.log.AgentLog;

/** Shows nothing. */
final class SilentLog implements AgentLog {

  @Override
  public void info(String line) {}

  @Override
  public void warn(String line) {}

  @Override
  public void debug(String line) {}
}
