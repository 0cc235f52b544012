package io.gnomon.servlet.routes;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The routes that the mappings of one servlet context give. Immutable, strings only: keeps nothing
 * of the application alive. Source of the rules: Servlet 4.0, 12.1 and 12.2, and what {@code
 * getServletPath} and {@code getPathInfo} are for each kind of mapping.
 */
public final class MappedRoutes {

  /** How many mappings of a context are looked at; those past it give no route. */
  static final int MAX_MAPPINGS = 2_000;

  private static final String PREFIX_END = "/*";

  private final String contextPath;
  private final Mapping unmapped;
  private final Map<String, Mapping> exact = new HashMap<>();
  private final Map<String, Mapping> prefixes = new HashMap<>();
  private final List<String> suffixes = new ArrayList<>();
  private final List<Mapping> suffixRoutes = new ArrayList<>();
  private final Map<String, FilterRoutes> filters;

  MappedRoutes(String contextPath, Iterable<String> mappings) {
    this(contextPath, mappings, Collections.<String, FilterRoutes>emptyMap());
  }

  MappedRoutes(
      String contextPath, Iterable<String> mappings, Map<String, FilterRoutes> filtersByClass) {
    this.contextPath = contextPath;
    this.unmapped = new Mapping(contextPath, null);
    this.filters = filtersByClass;
    int left = MAX_MAPPINGS;
    for (String mapping : mappings) {
      if (left-- > 0) {
        add(mapping);
      }
    }
  }

  private void add(String mapping) {
    if (mapping.equals("/") || mapping.equals(PREFIX_END)) {
      return;
    }
    if (mapping.endsWith(PREFIX_END)) {
      String prefix = mapping.substring(0, mapping.length() - PREFIX_END.length());
      prefixes.put(prefix, new Mapping(contextPath + prefix, contextPath + mapping));
    } else if (mapping.startsWith("*.")) {
      suffixes.add(mapping.substring(1));
      suffixRoutes.add(inContext(contextPath + '/' + mapping));
    } else {
      exact.put(mapping, inContext(contextPath + (mapping.isEmpty() ? "/" : mapping)));
    }
  }

  private Mapping inContext(String route) {
    return new Mapping(contextPath, route);
  }

  /**
   * The context's path.
   *
   * @return empty for the root context
   */
  public String contextPath() {
    return contextPath;
  }

  /**
   * The mapping that a servlet was called by.
   *
   * @param servletPath as the servlet API tells it
   * @param pathInfo as the servlet API tells it
   * @return one without a route for the default servlet and {@code /*}
   */
  public Mapping mapping(@Nullable String servletPath, @Nullable String pathInfo) {
    Mapping found = servletPath == null ? null : find(servletPath, pathInfo);
    return found == null ? unmapped : found;
  }

  private @Nullable Mapping find(String servletPath, @Nullable String pathInfo) {
    if (pathInfo != null) {
      return servletPath.isEmpty() && pathInfo.equals("/")
          ? exact.get("")
          : prefixes.get(servletPath);
    }
    Mapping mapping = exact.get(servletPath);
    if (mapping == null) {
      mapping = prefixes.get(servletPath);
    }
    return mapping == null ? bySuffix(servletPath) : mapping;
  }

  private @Nullable Mapping bySuffix(String servletPath) {
    for (int i = 0; i < suffixes.size(); i++) {
      if (servletPath.endsWith(suffixes.get(i))) {
        return suffixRoutes.get(i);
      }
    }
    return null;
  }

  /**
   * The route of a filter that answered.
   *
   * @param className of the filter
   * @param servletPath of the servlet that the request was for, as the servlet API tells it
   * @param pathInfo as the servlet API tells it
   * @return behind the context path; null if the filter is not a registered one, or is mapped to
   *     everything
   */
  public @Nullable String filterRoute(
      String className, @Nullable String servletPath, @Nullable String pathInfo) {
    FilterRoutes filter = filters.get(className);
    if (filter == null || servletPath == null) {
      return null;
    }
    String route = filter.route(servletPath, pathInfo == null ? "" : pathInfo);
    return route == null && filter.isOfServlets() ? mapping(servletPath, pathInfo).route() : route;
  }
}
