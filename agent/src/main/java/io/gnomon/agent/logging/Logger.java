package io.gnomon.agent.logging;

import io.gnomon.core.log.AgentLog;
import org.jspecify.annotations.Nullable;

/**
 * Hands what a library logs to our log as a detail: what a user should act on, the exporter says in
 * its own words. Safe for any thread.
 */
public final class Logger {

  private static volatile @Nullable AgentLog target;

  private final String name;

  private Logger(String name) {
    this.name = name;
  }

  /**
   * Where lines go from now on.
   *
   * @param log our log
   */
  public static void sendTo(AgentLog log) {
    target = log;
  }

  /**
   * As its namesake.
   *
   * @param name of a library's class
   * @return a logger
   */
  public static Logger getLogger(String name) {
    return new Logger(name);
  }

  /**
   * The name it was made with.
   *
   * @return the name
   */
  public String getName() {
    return name;
  }

  /**
   * As its namesake.
   *
   * @param level asked about
   * @return true for INFO and above
   */
  public boolean isLoggable(Level level) {
    return target != null && level.compareTo(Level.INFO) <= 0;
  }

  /**
   * As its namesake.
   *
   * @param level how grave it is
   * @param message the text
   */
  public void log(Level level, String message) {
    log(level, message, null);
  }

  /**
   * As its namesake.
   *
   * @param level how grave it is
   * @param message the text
   * @param thrown what was thrown, or null
   */
  public void log(Level level, String message, @Nullable Throwable thrown) {
    AgentLog log = target;
    if (log != null && isLoggable(level)) {
      log.debug(name + ": " + message + (thrown == null ? "" : ": " + thrown));
    }
  }

  /**
   * As its namesake.
   *
   * @param message the text
   */
  public void severe(String message) {
    log(Level.SEVERE, message);
  }

  /**
   * As its namesake.
   *
   * @param message the text
   */
  public void warning(String message) {
    log(Level.WARNING, message);
  }

  /**
   * As its namesake.
   *
   * @param message the text
   */
  public void info(String message) {
    log(Level.INFO, message);
  }

  /**
   * As its namesake.
   *
   * @param message the text
   */
  public void config(String message) {
    log(Level.CONFIG, message);
  }

  /**
   * As its namesake.
   *
   * @param message the text
   */
  public void fine(String message) {
    log(Level.FINE, message);
  }

  /**
   * As its namesake.
   *
   * @param message the text
   */
  public void finer(String message) {
    log(Level.FINER, message);
  }

  /**
   * As its namesake.
   *
   * @param message the text
   */
  public void finest(String message) {
    log(Level.FINEST, message);
  }
}
