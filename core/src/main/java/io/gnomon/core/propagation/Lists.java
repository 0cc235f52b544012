package io.gnomon.core.propagation;

/** Finds the members of a header that is a list with commas and blanks between them. */
final class Lists {

  private Lists() {}

  /** Where the member that begins at {@code start} ends: at a comma, or the end. */
  static int end(String text, int start) {
    int comma = text.indexOf(',', start);
    return comma < 0 ? text.length() : comma;
  }

  /** The first place from {@code start} on that is neither space nor tab. */
  static int skipBlanks(String text, int start) {
    int at = start;
    while (at < text.length() && isBlank(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** The end of what lies between the two, without spaces and tabs; not before {@code from}. */
  static int trimmed(String text, int from, int end) {
    int at = end;
    while (at > from && isBlank(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  /** Whether there is no member at all. */
  static boolean isEmpty(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != ',' && !isBlank(c)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }
}
