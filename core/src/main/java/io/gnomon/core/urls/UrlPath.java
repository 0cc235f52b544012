package io.gnomon.core.urls;

import org.jspecify.annotations.Nullable;

/**
 * The path of a URL as it may be told: without scheme, credentials, host, query and fragment, and
 * without path parameters, which may be the id of a session. Stateless, any thread.
 */
public final class UrlPath {

  private static final String AUTHORITY = "://";

  private UrlPath() {}

  /**
   * The path of a text as it was sent, whatever form of RFC 9112, 3.2 it has. What is after the
   * first {@code ?} or {@code #} is not looked at: it may hold anything, other URLs too.
   *
   * @param text a URL, a path and query, a path, {@code host:port} or {@code *}; or null
   * @param maxLength how many characters are told at most
   * @return without query and path parameters; null if there is no path
   */
  public static @Nullable String of(@Nullable String text, int maxLength) {
    if (text == null) {
      return null;
    }
    int end = end(text);
    StringBuilder path = new StringBuilder(Math.min(end, maxLength));
    boolean parameter = false;
    for (int i = start(text, end); i < end && path.length() < maxLength; i++) {
      char c = text.charAt(i);
      parameter = c != '/' && (parameter || c == ';');
      if (!parameter) {
        path.append(c);
      }
    }
    return path.length() == 0 ? null : path.toString();
  }

  private static int end(String text) {
    int end = 0;
    while (end < text.length() && text.charAt(end) != '?' && text.charAt(end) != '#') {
      end++;
    }
    return end;
  }

  private static int start(String text, int end) {
    int slash = slash(text, 0, end);
    if (slash == 0) {
      return 0;
    }
    if (text.startsWith(AUTHORITY, slash - 1)) {
      return slash(text, slash - 1 + AUTHORITY.length(), end);
    }
    return text.lastIndexOf('@', slash - 1) + 1;
  }

  /** Where the first slash is; the end if there is none. */
  private static int slash(String text, int from, int end) {
    int slash = text.indexOf('/', from);
    return slash < 0 || slash > end ? end : slash;
  }
}
