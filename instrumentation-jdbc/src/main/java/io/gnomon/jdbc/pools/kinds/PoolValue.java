package io.gnomon.jdbc.pools.kinds;

/** What a pool may tell of itself, in connections or, the last one, in requests. */
public enum PoolValue {
  /** Connections that are handed out. */
  USED,
  /** Connections that wait to be handed out. */
  IDLE,
  /** How many connections there may be. */
  MAX,
  /** How many idle connections there may be. */
  IDLE_MAX,
  /** How many idle connections are to be kept. */
  IDLE_MIN,
  /** Requests that wait for a connection. */
  PENDING
}
