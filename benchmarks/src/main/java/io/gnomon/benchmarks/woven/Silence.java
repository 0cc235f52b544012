package io.gnomon.benchmarks.woven;

import io.gnomon.core.log.AgentLog;

/** A log that nobody reads. */
public final class Silence implements AgentLog {

  /** It holds nothing. */
  public Silence() {}

  @Override
  public void info(String line) {}

  @Override
  public void warn(String line) {}

  @Override
  public void debug(String line) {}
}
