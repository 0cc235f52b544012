package io.gnomon.core.paths;

import java.util.List;

/** Patterns of which one has to match. Immutable; matching does not allocate. */
public final class PathPatterns {

  private final PathPattern[] patterns;

  /**
   * Patterns.
   *
   * @param patterns in any order
   */
  public PathPatterns(List<PathPattern> patterns) {
    this.patterns = patterns.toArray(new PathPattern[0]);
  }

  /**
   * Whether there is none, so that nothing matches.
   *
   * @return true if there is none
   */
  public boolean isEmpty() {
    return patterns.length == 0;
  }

  /**
   * Whether one of them matches.
   *
   * @param path a path or a route
   * @return true for the first that does
   */
  public boolean match(String path) {
    for (PathPattern pattern : patterns) {
      if (pattern.matches(path)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether one of them matches the path of a request as the client sent it. A path that a server
   * may read in two ways (with encoded characters, path parameters, empty or dotted segments)
   * matches none, nor does one of more than {@link PathPattern#MAX_LENGTH} characters, so that
   * nobody hides a request behind a pattern, or makes matching it costly.
   *
   * @param path without the query
   * @return true if one matches
   */
  public boolean matchSent(String path) {
    return path.length() <= PathPattern.MAX_LENGTH && isPlain(path) && match(path);
  }

  private static boolean isPlain(String path) {
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c == '%' || c == ';' || c == '\\' || (c == '/' && isOdd(path, i + 1))) {
        return false;
      }
    }
    return true;
  }

  /** Whether an empty segment, {@code .} or {@code ..} begins here; the last one may be empty. */
  private static boolean isOdd(String path, int start) {
    if (start >= path.length()) {
      return false;
    }
    int end = path.indexOf('/', start);
    int length = (end < 0 ? path.length() : end) - start;
    return length == 0
        || (length <= 2 && path.charAt(start) == '.' && path.charAt(start + length - 1) == '.');
  }
}
