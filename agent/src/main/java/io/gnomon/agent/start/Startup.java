package io.gnomon.agent.start;

import io.gnomon.core.clock.Clock;
import io.gnomon.core.log.LogSettings;
import io.gnomon.core.log.QueuedLog;
import io.gnomon.core.settings.GeneralSettings;
import io.gnomon.core.settings.LayeredSettings;
import java.lang.instrument.Instrumentation;
import org.jspecify.annotations.Nullable;

/**
 * Brings the agent up: the first class that the agent's own loader loads. On the way of the
 * application's start, so it does the least: settings, boot classes, transformers, two threads.
 */
public final class Startup {

  /**
   * A woven class in the archive would name classes of ours in JVMs without the agent too, and a
   * woven {@code Thread} makes the JVM fail at its end, with nothing archived.
   */
  private static final String MAKES_ARCHIVE =
      "this JVM makes a class-data archive or an AOT cache, of the classes as they are: the agent"
          + " does nothing here; it works where the archive is used";

  private Startup() {}

  /**
   * Attaches.
   *
   * @param arguments the agent's arguments, or null
   * @param instrumentation the JVM's
   * @param running whether the JVM runs already
   * @throws Exception if it can't attach
   */
  public static void start(
      @Nullable String arguments, Instrumentation instrumentation, boolean running)
      throws Exception {
    LayeredSettings source = LayeredSettings.ofProcess(arguments);
    GeneralSettings general = GeneralSettings.read(source);
    if (!general.enabled()) {
      return;
    }
    QueuedLog log = new QueuedLog(LogSettings.read(source), Clock.SYSTEM);
    String obstacle = obstacle(instrumentation);
    if (obstacle != null) {
      log.warn(obstacle);
      log.flush();
      return;
    }
    AgentSettings settings = new AgentSettings(source);
    BootClasses.define();
    new Agent(general, settings, log).attach(instrumentation, running);
  }

  private static @Nullable String obstacle(Instrumentation instrumentation)
      throws ReflectiveOperationException {
    if (BootClasses.areDefined()) {
      return "attached already: this second copy does nothing";
    }
    String obstacle = Jvm.obstacle(System.getProperty("java.specification.version"));
    if (obstacle != null) {
      return obstacle;
    }
    JdkInternals.open(instrumentation);
    return JdkInternals.isMakingArchive() ? MAKES_ARCHIVE : null;
  }
}
