package io.gnomon.agent.start;

import org.jspecify.annotations.Nullable;

/** What this JVM is, as far as the agent can run on it. */
final class Jvm {

  /** The newest Java whose class files the ASM inside knows. */
  static final int NEWEST_JAVA = 28;

  private Jvm() {}

  /**
   * Why the agent can't run on this JVM.
   *
   * @param specificationVersion {@code java.specification.version}, as {@code 1.8} or {@code 17}
   * @return one line, or null if it can
   */
  static @Nullable String obstacle(@Nullable String specificationVersion) {
    int java = feature(specificationVersion);
    if (java <= NEWEST_JAVA) {
      return null;
    }
    return "Java "
        + java
        + " is newer than this agent knows (it knows Java 8 to "
        + NEWEST_JAVA
        + "): it does nothing; a newer gnomon-agent.jar may";
  }

  private static int feature(@Nullable String version) {
    if (version == null) {
      return 0;
    }
    try {
      return Integer.parseInt(version.startsWith("1.") ? version.substring(2) : version);
    } catch (NumberFormatException odd) {
      return 0;
    }
  }
}
