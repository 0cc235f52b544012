package io.gnomon.agent;

import org.jspecify.annotations.Nullable;

/** Tells the JDK's own tools, which {@code JAVA_TOOL_OPTIONS} reaches, from applications. */
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
}
