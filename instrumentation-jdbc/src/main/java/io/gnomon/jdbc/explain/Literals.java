package io.gnomon.jdbc.explain;

/** Literals that every version of a database reads in one way. */
final class Literals {

  private Literals() {}

  /**
   * Whether a token is a plain number: digits, at most one point, perhaps an exponent. What clings
   * to the digits of another ({@code 1into}) is a word of its own to some versions.
   */
  static boolean isNumber(String token) {
    int i = digits(token, 0);
    int count = i;
    if (i < token.length() && token.charAt(i) == '.') {
      int end = digits(token, i + 1);
      count += end - i - 1;
      i = end;
    }
    return count > 0 && (i == token.length() || isExponent(token, i));
  }

  private static boolean isExponent(String token, int start) {
    if ((token.charAt(start) | 0x20) != 'e') {
      return false;
    }
    int i = start + 1;
    if (i < token.length() && (token.charAt(i) == '-' || token.charAt(i) == '+')) {
      i++;
    }
    return i < token.length() && digits(token, i) == token.length();
  }

  private static int digits(String token, int start) {
    int i = start;
    while (i < token.length() && token.charAt(i) >= '0' && token.charAt(i) <= '9') {
      i++;
    }
    return i;
  }

  /**
   * Whether a token that begins with a quote is a plain string.
   *
   * @param beyondAscii whether the connection's character set can't make a quote of half a
   *     character
   */
  static boolean isString(String token, boolean beyondAscii) {
    for (int i = 0; i < token.length(); i++) {
      char c = token.charAt(i);
      if (c == 0 || (c >= 0x80 && !beyondAscii)) {
        return false;
      }
    }
    return true;
  }
}
