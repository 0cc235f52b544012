package io.gnomon.agent.logging;

/** The levels that the libraries name. */
public enum Level {
  /** As its namesake. */
  SEVERE,
  /** As its namesake. */
  WARNING,
  /** As its namesake. */
  INFO,
  /** As its namesake. */
  CONFIG,
  /** As its namesake. */
  FINE,
  /** As its namesake. */
  FINER,
  /** As its namesake. */
  FINEST
}
