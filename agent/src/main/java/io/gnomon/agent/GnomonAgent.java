package io.gnomon.agent;

import java.lang.instrument.Instrumentation;
import java.security.CodeSource;
import org.jspecify.annotations.Nullable;

/**
 * The entry points of {@code gnomon-agent.jar}: attached at start, attached to a running JVM, and
 * run as a program. Lets no Throwable out into the JVM that it is attached to.
 */
public final class GnomonAgent {

  private static final String START = "io.gnomon.agent.start.Startup";
  private static final String COMMAND_LINE = "io.gnomon.agent.start.CommandLine";

  private GnomonAgent() {}

  /**
   * Attached by {@code -javaagent}.
   *
   * @param arguments what stands behind {@code =}, or null
   * @param instrumentation the JVM's
   */
  public static void premain(@Nullable String arguments, Instrumentation instrumentation) {
    attach(arguments, instrumentation, false);
  }

  /**
   * Attached to a running JVM.
   *
   * @param arguments what was handed over, or null
   * @param instrumentation the JVM's
   */
  public static void agentmain(@Nullable String arguments, Instrumentation instrumentation) {
    attach(arguments, instrumentation, true);
  }

  /**
   * Run by {@code java -jar}.
   *
   * @param arguments a command, as {@code settings}
   * @throws Exception if the jar is broken
   */
  public static void main(String[] arguments) throws Exception {
    AgentClassLoader loader = AgentClassLoader.ofThisJar();
    loader
        .loadClass(COMMAND_LINE)
        .getMethod("main", String[].class)
        .invoke(null, (Object) arguments);
  }

  private static void attach(
      @Nullable String arguments, Instrumentation instrumentation, boolean running) {
    try {
      if (isToBeLeftAlone(System.getProperty("sun.java.command"))) {
        return;
      }
      AgentClassLoader.ofThisJar()
          .loadClass(START)
          .getMethod("start", String.class, Instrumentation.class, boolean.class)
          .invoke(null, arguments, instrumentation, running);
    } catch (Throwable failure) {
      tell(failure);
    }
  }

  private static boolean isToBeLeftAlone(@Nullable String command) {
    CodeSource jar = GnomonAgent.class.getProtectionDomain().getCodeSource();
    return JdkTools.isOne(command)
        || (jar != null
            && JdkTools.isCommand(
                command, System.getProperty("java.class.path"), jar.getLocation().getPath()));
  }

  /** The log is not there yet, or it is what failed. */
  @SuppressWarnings("SystemOut")
  private static void tell(Throwable failure) {
    try {
      Throwable cause = failure.getCause() == null ? failure : failure.getCause();
      System.err.println("[gnomon] not attached, the application runs on without it: " + cause);
    } catch (Throwable alsoFailed) {
      // Nobody is left to tell.
    }
  }
}
