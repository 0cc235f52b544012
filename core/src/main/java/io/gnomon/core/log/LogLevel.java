package io.gnomon.core.log;

/** How much the log tells; each level shows its own lines and those of the levels before it. */
public enum LogLevel {
  /** Nothing at all. */
  OFF,
  /** What a user should act on. */
  WARN,
  /** What a user wants to see once. */
  INFO,
  /** Details for who debugs the agent. */
  DEBUG;

  static LogLevel named(String name) {
    for (LogLevel level : values()) {
      if (level.name().equalsIgnoreCase(name)) {
        return level;
      }
    }
    return INFO;
  }

  boolean shows(LogLevel line) {
    return compareTo(line) >= 0;
  }
}
