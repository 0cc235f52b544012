package io.gnomon.core.request;

import java.util.concurrent.ConcurrentHashMap;

/**
 * The routes of this process, each once. Bounded: what comes after the first {@link #MAX_ROUTES} is
 * {@link #OTHER}. Any thread; finding one is wait-free and does not allocate, adding takes a lock.
 */
final class RouteNames {

  /** How many distinct routes are told; half of what an instrument has series for. */
  static final int MAX_ROUTES = 1_000;

  /** Stands for all routes past the bound. */
  static final String OTHER = "_OTHER";

  private final ConcurrentHashMap<String, String> names = new ConcurrentHashMap<>();
  private volatile boolean full;

  /**
   * A route as it is told.
   *
   * @param route of any length
   * @return the same text, cut to {@link RequestRecord#MAX_ROUTE_LENGTH} characters, or OTHER
   */
  String admitted(String route) {
    String cut = RequestRecord.cut(route);
    String known = names.get(cut);
    if (known != null) {
      return known;
    }
    return full ? OTHER : admitNew(cut);
  }

  private synchronized String admitNew(String route) {
    String known = names.get(route);
    if (known != null) {
      return known;
    }
    if (names.size() >= MAX_ROUTES) {
      full = true;
      return OTHER;
    }
    names.put(route, route);
    return route;
  }
}
