package io.gnomon.agent;

import org.jspecify.annotations.Nullable;

/**
 * Tells the JDK's own tools and the commands of this jar, which {@code JAVA_TOOL_OPTIONS} reaches,
 * from applications.
 */
final class JdkTools {

  /** How {@code sun.java.command} begins for a tool: its module and main class, or just that. */
  private static final String[] BEGINNINGS = {
    "jdk.",
    "java.base/sun.",
    "java.rmi/sun.",
    "java.scripting/",
    "sun.tools.",
    "com.sun.tools.",
    "sun.security.tools.",
    "sun.jvm.",
    "java.base/com.sun.",
    "sun.rmi.",
    "com.sun.java.util.jar."
  };

  private JdkTools() {}

  static boolean isOne(@Nullable String command) {
    if (command == null) {
      return false;
    }
    for (String beginning : BEGINNINGS) {
      if (command.startsWith(beginning)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether this JVM runs a command of an agent's jar: {@code java -jar gnomon-agent.jar check}.
   *
   * @param command {@code sun.java.command}: of {@code -jar}, the jar and its arguments
   * @param classPath {@code java.class.path}: of {@code -jar}, the jar
   * @param agent where this agent's jar lies; another copy of it has the same name
   */
  static boolean isCommand(@Nullable String command, @Nullable String classPath, String agent) {
    return command != null
        && classPath != null
        && command.startsWith(classPath)
        && name(classPath).equals(name(agent));
  }

  private static String name(String path) {
    return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  }
}
