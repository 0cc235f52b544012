package io.gnomon.benchmarks.woven;

import io.gnomon.bootstrap.Probes;
import io.gnomon.core.Core;
import io.gnomon.core.CoreSettings;
import io.gnomon.core.clock.Clock;
import io.gnomon.core.propagation.Injection;
import io.gnomon.core.propagation.PropagationSettings;
import io.gnomon.core.settings.LayeredSettings;
import io.gnomon.core.traces.TraceSettings;
import io.gnomon.http.ClientCalls;
import io.gnomon.jdbc.JdbcCalls;
import io.gnomon.jdbc.JdbcSettings;
import io.gnomon.tasks.TaskCalls;
import java.util.Map;
import java.util.Properties;

/**
 * The core and the handlers behind the probes, one of each per JVM, as a service has them: with
 * default settings, but no share of traces that is always kept, so that nothing is kept unless
 * something is found. A probe takes its handler when it is first used: {@link #core()} goes before.
 */
public final class Installed {

  private static final Core CORE = install();

  private Installed() {}

  /**
   * The core that every handler tells.
   *
   * @return the same for the life of the JVM
   */
  public static Core core() {
    return CORE;
  }

  private static Core install() {
    Properties properties = new Properties();
    properties.setProperty("gnomon.traces.baseline", "0%");
    LayeredSettings settings = new LayeredSettings(properties, Map.of(), null);
    Core core =
        new Core(
            Clock.SYSTEM, new Silence(), CoreSettings.read(settings), TraceSettings.read(settings));
    if (!settings.problems().isEmpty()) {
      throw new IllegalStateException(settings.problems().toString());
    }
    Injection injection = new Injection(PropagationSettings.read(settings), core.traces(), true);
    Probes.install(new JdbcCalls(core, JdbcSettings.read(settings)));
    Probes.install(new ClientCalls(core, injection, Clock.SYSTEM));
    Probes.install(new TaskCalls(core));
    return core;
  }
}
