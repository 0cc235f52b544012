package io.gnomon.core.caching;

import org.jspecify.annotations.Nullable;

/**
 * Reads {@code Cache-Control} lines (RFC 9111, 5.2). Directives of several lines are put together
 * by a bitwise or. Any thread; no allocation; no line makes it fail.
 */
public final class CacheControl {

  /** No directive at all. */
  public static final int ABSENT = 0;

  static final int OTHER = 1;
  static final int PUBLIC = 1 << 1;
  static final int PRIVATE = 1 << 2;
  static final int NO_CACHE = 1 << 3;
  static final int NO_STORE = 1 << 4;

  private CacheControl() {}

  /**
   * The directives of one line. One that is limited to some header fields, as {@code
   * private="Set-Cookie"}, leaves the response itself to caches, so it is an other one.
   *
   * @param line the header's value, or null
   * @return bits to be put together with those of other lines; {@link #ABSENT} if there are none
   */
  public static int directives(@Nullable String line) {
    int found = ABSENT;
    int length = line == null ? 0 : line.length();
    int at = 0;
    while (line != null && at < length) {
      int start = skipSpace(line, at);
      int end = endOfName(line, start);
      int next = skipSpace(line, end);
      boolean limited = next < length && line.charAt(next) == '=';
      if (end > start) {
        found |= directive(line, start, end, limited);
      }
      at = endOfDirective(line, next) + 1;
    }
    return found;
  }

  private static int directive(String line, int start, int end, boolean limited) {
    if (is(line, start, end, "no-store")) {
      return NO_STORE;
    }
    if (is(line, start, end, "public")) {
      return PUBLIC;
    }
    if (!limited && is(line, start, end, "no-cache")) {
      return NO_CACHE;
    }
    return !limited && is(line, start, end, "private") ? PRIVATE : OTHER;
  }

  private static boolean is(String line, int start, int end, String name) {
    return end - start == name.length() && line.regionMatches(true, start, name, 0, name.length());
  }

  private static int skipSpace(String line, int from) {
    int at = from;
    while (at < line.length() && isSpace(line.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t';
  }

  private static int endOfName(String line, int from) {
    int at = from;
    while (at < line.length() && "=,".indexOf(line.charAt(at)) < 0 && !isSpace(line.charAt(at))) {
      at++;
    }
    return at;
  }

  /** The comma behind the directive, or the end; commas in quotes are none. */
  private static int endOfDirective(String line, int from) {
    boolean quoted = false;
    for (int at = from; at < line.length(); at++) {
      char c = line.charAt(at);
      if (c == '"') {
        quoted = !quoted;
      } else if (quoted && c == '\\') {
        at++;
      } else if (!quoted && c == ',') {
        return at;
      }
    }
    return line.length();
  }

  /**
   * What the directives come to: the one that forbids most.
   *
   * @param directives bits of all lines
   * @return 0 to {@link #CLASSES} - 1, for {@link #name}
   */
  static int strictest(int directives) {
    return Integer.SIZE - Integer.numberOfLeadingZeros(directives);
  }

  /** How many classes there are. */
  static final int CLASSES = 6;

  private static final String[] NAMES = {
    "absent", "other", "public", "private", "no-cache", "no-store"
  };

  static String name(int strictest) {
    return NAMES[strictest];
  }
}
