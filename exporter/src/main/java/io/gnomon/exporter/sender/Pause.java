package io.gnomon.exporter.sender;

/** How the sender waits, and how much time it has; shutting down shortens both. */
public interface Pause {

  /**
   * Waits.
   *
   * @param nanos how long
   * @return false if shutdown began, before or while waiting
   */
  boolean pause(long nanos);

  /**
   * The time that is left for something that may take so long.
   *
   * @param nanos how long it may take
   * @return the same, or what shutdown leaves of it; 0 or less if nothing
   */
  long remaining(long nanos);
}
