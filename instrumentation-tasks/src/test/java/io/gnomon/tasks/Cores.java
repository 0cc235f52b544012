package io.gnomon.tasks;

import io.gnomon.core.Core;
import io.gnomon.core.CoreSettings;
import io.gnomon.core.clock.Clock;
import io.gnomon.core.log.AgentLog;
import io.gnomon.core.traces.TraceSettings;
import java.util.List;

/** A core that finds nothing and tells nobody. */
final class Cores {

  private Cores() {}

  static Core quiet() {
    return new Core(
        Clock.SYSTEM,
        new AgentLog() {
          @Override
          public void info(String line) {}

          @Override
          public void warn(String line) {}

          @Override
          public void debug(String line) {}
        },
        new CoreSettings(Long.MAX_VALUE, 1_000, List.of(), 5, Long.MAX_VALUE),
        TraceSettings.NONE);
  }
}
