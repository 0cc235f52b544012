package io.gnomon.servlet.routes;

import java.util.ArrayList;
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
  private final Map<String, String> exact = new HashMap<>();
  private final Map<String, String> prefixes = new HashMap<>();
  private final List<String> suffixes = new ArrayList<>();
  private final List<String> suffixRoutes = new ArrayList<>();

  MappedRoutes(String contextPath, Iterable<String> mappings) {
    this.contextPath = contextPath;
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
      prefixes.put(prefix, contextPath + mapping);
    } else if (mapping.startsWith("*.")) {
      suffixes.add(mapping.substring(1));
      suffixRoutes.add(contextPath + '/' + mapping);
    } else {
      exact.put(mapping, contextPath + (mapping.isEmpty() ? "/" : mapping));
    }
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
   * The route of a servlet call.
   *
   * @param servletPath as the servlet API tells it
   * @param pathInfo as the servlet API tells it
   * @return the pattern behind the context path; null for the default servlet and {@code /*}
   */
  public @Nullable String route(@Nullable String servletPath, @Nullable String pathInfo) {
    if (servletPath == null) {
      return null;
    }
    if (pathInfo != null) {
      return servletPath.isEmpty() && pathInfo.equals("/")
          ? exact.get("")
          : prefixes.get(servletPath);
    }
    String route = exact.get(servletPath);
    if (route == null) {
      route = prefixes.get(servletPath);
    }
    return route == null ? bySuffix(servletPath) : route;
  }

  private @Nullable String bySuffix(String servletPath) {
    for (int i = 0; i < suffixes.size(); i++) {
      if (servletPath.endsWith(suffixes.get(i))) {
        return suffixRoutes.get(i);
      }
    }
    return null;
  }
}
