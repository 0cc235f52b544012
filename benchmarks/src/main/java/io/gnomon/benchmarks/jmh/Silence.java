package io.gnomon.benchmarks.jmh;

import io.gnomon.core.Core;
import io.gnomon.core.CoreSettings;
import io.gnomon.core.clock.Clock;
import io.gnomon.core.log.AgentLog;
import io.gnomon.core.traces.TraceSettings;
import java.util.List;

/** A log that nobody reads, and a core that writes to it. */
final class Silence implements AgentLog {

  private static final long SLOW_NANOS = 500_000_000;
  private static final long INTERVAL_NANOS = 60_000_000_000L;

  private Silence() {}

  /** A core that finds nothing slow in a benchmark. */
  static Core core() {
    return new Core(
        Clock.SYSTEM,
        new Silence(),
        new CoreSettings(SLOW_NANOS, INTERVAL_NANOS, List.of(), 5, SLOW_NANOS),
        TraceSettings.NONE);
  }

  @Override
  public void info(String line) {}

  @Override
  public void warn(String line) {}

  @Override
  public void debug(String line) {}
}
