package io.gnomon.servlet.routes;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * What a route begins with and a controller's pattern put together, remembered. Any thread,
 * wait-free: each place of the table keeps the last pair that came to it, so it never grows; a pair
 * that was put out is put together anew.
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
   * @param base what it begins with: the context path, perhaps more; empty for the root context
   * @param pattern the controller's pattern
   * @return both, the same string for the same pair while it is remembered; not empty
   */
  public String route(String base, String pattern) {
    if (base.isEmpty() && pattern.startsWith("/")) {
      return pattern;
    }
    if (pattern.isEmpty() && !base.isEmpty()) {
      return base;
    }
    return joined(base, pattern);
  }

  /**
   * What further patterns begin with inside a part of a controller's pattern.
   *
   * @param base what it begins with so far
   * @param pattern the part
   * @return both, as {@link #route}; never a slash at its end
   */
  public String part(String base, String pattern) {
    return pattern.isEmpty() || pattern.equals("/") ? base : joined(base, withoutEnd(pattern));
  }

  private static String withoutEnd(String pattern) {
    return pattern.endsWith("/") ? pattern.substring(0, pattern.length() - 1) : pattern;
  }

  private String joined(String base, String pattern) {
    int hash = 31 * base.hashCode() + pattern.hashCode();
    int place = (hash ^ (hash >>> 16)) & (PLACES - 1);
    Entry entry = table.get(place);
    if (entry == null || !entry.isOf(base, pattern)) {
      entry = new Entry(base, pattern);
      table.set(place, entry);
    }
    return entry.route;
  }

  private static final class Entry {

    private final String base;
    private final String pattern;
    final String route;

    Entry(String base, String pattern) {
      this.base = base;
      this.pattern = pattern;
      this.route = base + (pattern.startsWith("/") ? "" : "/") + pattern;
    }

    boolean isOf(String otherBase, String otherPattern) {
      return pattern.equals(otherPattern) && base.equals(otherBase);
    }
  }
}
