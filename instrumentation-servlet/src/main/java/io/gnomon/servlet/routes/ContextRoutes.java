package io.gnomon.servlet.routes;

import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * The routes of each servlet context, by its identity. Any thread: finding is wait-free, adding
 * takes a lock, once for each context, and holds it for no call of the container's. Contexts are
 * held weakly.
 */
public final class ContextRoutes {

  /** How many contexts are remembered; a further one takes the place of the oldest. */
  static final int MAX_CONTEXTS = 64;

  private volatile Entry[] entries = new Entry[0];

  /** No context is known. */
  public ContextRoutes() {}

  /**
   * The routes of a context.
   *
   * @param context a {@code ServletContext} of either name space
   * @return its routes, read once, or by each thread that asks while they are not known
   */
  public MappedRoutes of(Object context) {
    for (Entry entry : entries) {
      if (entry.get() == context) {
        return entry.routes;
      }
    }
    // Outside our lock: the container may take locks of its own to answer.
    MappedRoutes routes = RegistrationReader.read(context);
    keep(context, routes);
    return routes;
  }

  private synchronized void keep(Object context, MappedRoutes routes) {
    Entry[] known = entries;
    int live = 0;
    Entry[] next = new Entry[MAX_CONTEXTS + 1];
    for (Entry entry : known) {
      Object each = entry.get();
      if (each != null && each != context) {
        next[live++] = entry;
      }
    }
    next[live++] = new Entry(context, routes);
    int from = Math.max(0, live - MAX_CONTEXTS);
    Entry[] trimmed = new Entry[live - from];
    System.arraycopy(next, from, trimmed, 0, trimmed.length);
    entries = trimmed;
  }

  private static final class Entry extends WeakReference<@Nullable Object> {

    final MappedRoutes routes;

    Entry(Object context, MappedRoutes routes) {
      super(context);
      this.routes = routes;
    }
  }
}
