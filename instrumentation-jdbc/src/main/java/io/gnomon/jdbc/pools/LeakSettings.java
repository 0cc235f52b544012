package io.gnomon.jdbc.pools;

import io.gnomon.core.CoreSettings;
import io.gnomon.core.log.AgentLog;
import io.gnomon.jdbc.JdbcSettings;
import java.util.List;

/** What is a leak, how often and where it is told. Immutable. */
public final class LeakSettings {

  final long thresholdNanos;
  final long intervalNanos;
  final List<String> stackExcludes;
  final AgentLog log;

  /**
   * Of the settings.
   *
   * @param jdbc has the threshold
   * @param core has the interval of slow queries, which holds here too, and what is no application
   * @param log where lines go
   */
  public LeakSettings(JdbcSettings jdbc, CoreSettings core, AgentLog log) {
    this(jdbc.leakThresholdNanos(), core.slowQueryIntervalNanos(), core.stackExcludes(), log);
  }

  LeakSettings(long thresholdNanos, long intervalNanos, List<String> stackExcludes, AgentLog log) {
    this.thresholdNanos = thresholdNanos;
    this.intervalNanos = intervalNanos;
    this.stackExcludes = stackExcludes;
    this.log = log;
  }
}
