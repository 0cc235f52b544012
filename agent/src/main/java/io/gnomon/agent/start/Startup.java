package io.gnomon.agent.start;

import java.lang.instrument.Instrumentation;
import org.jspecify.annotations.Nullable;

/** Brings the agent up: the first class of ours that the agent's own loader loads. */
public final class Startup {

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
    BootClasses.define(instrumentation);
    System.err.println(Class.forName(BootClasses.NAMES[0], false, null) + " " + running);
  }
}
