package io.gnomon.core.paths;

/**
 * A pattern of a path or a route: {@code *} stands for any characters of one segment, none
 * included, {@code **} for any characters at all; {@code /**} at the end also for nothing, so that
 * {@code /checkout/**} matches {@code /checkout}. All else, case included, stands for itself: the
 * route {@code /order/{id}} is matched by {@code /order/{id}}, {@code /order/*} and {@code
 * /order/**}. Immutable; matching does not allocate and takes at most the product of both lengths.
 */
public final class PathPattern {

  /** How long a pattern may be. */
  public static final int MAX_LENGTH = 1_000;

  private static final char STAR = '*';
  private static final String SUBTREE = "/**";

  private final String text;
  private final String stem;
  private final boolean subtree;
  private final boolean literal;

  private PathPattern(String text) {
    this.text = text;
    this.subtree = text.endsWith(SUBTREE);
    this.stem = subtree ? text.substring(0, text.length() - SUBTREE.length()) : text;
    this.literal = stem.indexOf(STAR) < 0;
  }

  /**
   * A pattern.
   *
   * @param text begins with {@code /} or {@code *}, at most {@link #MAX_LENGTH} characters
   * @return the pattern
   * @throws IllegalArgumentException if it is none; the message says what is expected
   */
  public static PathPattern of(String text) {
    if (text.isEmpty() || (text.charAt(0) != '/' && text.charAt(0) != STAR)) {
      throw new IllegalArgumentException("a path that begins with / or *");
    }
    if (text.length() > MAX_LENGTH) {
      throw new IllegalArgumentException("at most " + MAX_LENGTH + " characters");
    }
    return new PathPattern(text);
  }

  /**
   * Whether a path matches.
   *
   * @param path a path or a route
   * @return true if all of it matches all of the pattern
   */
  public boolean matches(String path) {
    if (literal) {
      return subtree
          ? path.startsWith(stem) && isEndOfSegment(path, stem.length())
          : path.equals(stem);
    }
    return matches(stem, path) || (subtree && matches(text, path));
  }

  private static boolean isEndOfSegment(String path, int index) {
    return path.length() == index || path.charAt(index) == '/';
  }

  /**
   * Two loops back at most: to the last {@code *}, and behind it to the last {@code **}, which may
   * take characters that {@code *} may not.
   */
  private static boolean matches(String pattern, String path) {
    int length = path.length();
    int at = 0;
    int next = 0;
    int star = -1;
    int starFrom = 0;
    int stars = -1;
    int starsFrom = 0;
    while (at < length || next < pattern.length()) {
      if (isStars(pattern, next)) {
        stars = next + 2;
        starsFrom = at;
        star = -1;
        next = stars;
      } else if (next < pattern.length() && pattern.charAt(next) == STAR) {
        star = next + 1;
        starFrom = at;
        next = star;
      } else if (next < pattern.length()
          && at < length
          && pattern.charAt(next) == path.charAt(at)) {
        next++;
        at++;
      } else if (star >= 0 && starFrom < length && path.charAt(starFrom) != '/') {
        at = ++starFrom;
        next = star;
      } else if (stars >= 0 && starsFrom < length) {
        at = ++starsFrom;
        next = stars;
        star = -1;
      } else {
        return false;
      }
    }
    return true;
  }

  private static boolean isStars(String pattern, int index) {
    return index + 1 < pattern.length()
        && pattern.charAt(index) == STAR
        && pattern.charAt(index + 1) == STAR;
  }

  /** The pattern as the user wrote it. */
  @Override
  public String toString() {
    return text;
  }
}
