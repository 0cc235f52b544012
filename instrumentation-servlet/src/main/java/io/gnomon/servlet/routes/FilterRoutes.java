package io.gnomon.servlet.routes;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The routes that the mappings of one filter class give, of all of its registrations. Built by one
 * thread, then read by any; a path comes in its two parts, so that matching does not allocate.
 */
final class FilterRoutes {

  /** How many mappings of a filter class are looked at; those past it give no route. */
  static final int MAX_MAPPINGS = 200;

  private static final String PREFIX_END = "/*";

  private final String contextPath;
  private final List<String> patterns = new ArrayList<>();
  private final List<String> routes = new ArrayList<>();
  private boolean ofServlets;

  FilterRoutes(String contextPath) {
    this.contextPath = contextPath;
  }

  /** Adds a mapping to paths. */
  void add(String pattern) {
    boolean everything = pattern.equals(PREFIX_END) || pattern.equals("/") || pattern.isEmpty();
    if (!everything && patterns.size() < MAX_MAPPINGS) {
      patterns.add(pattern);
      routes.add(contextPath + (pattern.startsWith("/") ? "" : "/") + pattern);
    }
  }

  /** Tells that the filter is mapped to servlets by name too. */
  void addServlets() {
    ofServlets = true;
  }

  /** Whether the filter is mapped to servlets, whose mapping is then its route. */
  boolean isOfServlets() {
    return ofServlets;
  }

  /**
   * The most specific mapping that matches: an exact one, the longest prefix, a suffix.
   *
   * @param servletPath the first part of the path
   * @param pathInfo the second part, may be empty
   * @return behind the context path, or null
   */
  @Nullable String route(String servletPath, String pathInfo) {
    String best = null;
    int bestRank = 0;
    for (int i = 0; i < patterns.size(); i++) {
      int rank = rank(patterns.get(i), servletPath, pathInfo);
      if (rank > bestRank) {
        best = routes.get(i);
        bestRank = rank;
      }
    }
    return best;
  }

  /**
   * 0 if it does not match, 1 for a suffix, more for a longer prefix, the most for a whole path.
   */
  private static int rank(String pattern, String first, String second) {
    int length = first.length() + second.length();
    if (pattern.endsWith(PREFIX_END)) {
      int prefix = pattern.length() - PREFIX_END.length();
      boolean whole = length == prefix || (length > prefix && at(first, second, prefix) == '/');
      return whole && startsWith(first, second, pattern, prefix) ? 1 + prefix : 0;
    }
    if (pattern.startsWith("*.")) {
      return endsWith(first, second, pattern) ? 1 : 0;
    }
    return length == pattern.length() && startsWith(first, second, pattern, length)
        ? Integer.MAX_VALUE
        : 0;
  }

  private static char at(String first, String second, int index) {
    return index < first.length() ? first.charAt(index) : second.charAt(index - first.length());
  }

  private static boolean startsWith(String first, String second, String pattern, int chars) {
    int inFirst = Math.min(first.length(), chars);
    return first.regionMatches(0, pattern, 0, inFirst)
        && second.regionMatches(0, pattern, inFirst, chars - inFirst);
  }

  /** Whether a path ends as {@code *.do} says. */
  private static boolean endsWith(String first, String second, String pattern) {
    String last = second.isEmpty() ? first : second;
    int chars = pattern.length() - 1;
    return last.regionMatches(last.length() - chars, pattern, 1, chars);
  }
}
