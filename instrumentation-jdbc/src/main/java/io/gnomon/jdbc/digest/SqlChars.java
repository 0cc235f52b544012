package io.gnomon.jdbc.digest;

/** What characters are, the same in every dialect. */
final class SqlChars {

  private SqlChars() {}

  /** Blank to us, if only to some databases; also what has no width. */
  static boolean isBlank(char c) {
    return c <= ' ' || c == 0x7F || (c >= 0x80 && isFarBlank(c));
  }

  private static boolean isFarBlank(char c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || c == 0x200B
        || c == 0x2060
        || c == 0xFEFF;
  }

  /** No quote to any database, but what it encloses was meant as a literal. */
  static boolean isTypographicQuote(char c) {
    return (c >= 0x2018 && c <= 0x201F) || c == 0xFF02 || c == 0xFF07;
  }

  static boolean isLetter(char c) {
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z' && c < 0x80;
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isSign(char c) {
    return c == '-' || c == '+';
  }

  static boolean isQuote(char c) {
    return c == '\'' || c == '"' || c == '`';
  }

  /** What operators are made of. */
  static boolean isOperatorPart(char c) {
    return "+-*/<>=~!@#%^&|".indexOf(c) >= 0;
  }

  /** What the tag of PostgreSQL's {@code $tag$} is made of. */
  static boolean isTagPart(char c) {
    return isLetter(c) || isDigit(c) || c == '_' || (c >= 0x80 && !isBlank(c));
  }
}
