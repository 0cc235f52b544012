package io.gnomon.servlet.routes;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Context path and controller pattern put together, remembered. Any thread, wait-free: each place
 * of the table keeps the last pair that came to it, so it never grows; a pair that was put out is
 * put together anew.
 */
public final class ControllerRoutes {

  /** How many routes are remembered; a power of two. */
  static final int PLACES = 2_048;

  private final AtomicReferenceArray<Entry> table = new AtomicReferenceArray<>(PLACES);

  /** Nothing is remembered. */
  public ControllerRoutes() {}

  /**
   * The route of a controller.
   *
   * @param contextPath empty for the root context
   * @param pattern the controller's pattern
   * @return both, the same string for the same pair while it is remembered
   */
  public String route(String contextPath, String pattern) {
    if (contextPath.isEmpty() && pattern.startsWith("/")) {
      return pattern;
    }
    int hash = 31 * contextPath.hashCode() + pattern.hashCode();
    int place = (hash ^ (hash >>> 16)) & (PLACES - 1);
    Entry entry = table.get(place);
    if (entry == null || !entry.isOf(contextPath, pattern)) {
      entry = new Entry(contextPath, pattern);
      table.set(place, entry);
    }
    return entry.route;
  }

  private static final class Entry {

    private final String contextPath;
    private final String pattern;
    final String route;

    Entry(String contextPath, String pattern) {
      this.contextPath = contextPath;
      this.pattern = pattern;
      this.route = contextPath + (pattern.startsWith("/") ? "" : "/") + pattern;
    }

    boolean isOf(String otherContextPath, String otherPattern) {
      return pattern.equals(otherPattern) && contextPath.equals(otherContextPath);
    }
  }
}
