package io.gnomon.core.propagation;

/** Hexadecimal digits within a text, in lower case as all headers of traces want them. */
final class Hex {

  /** How many digits a half of a trace's id, and the id of a span, have. */
  static final int DIGITS_OF_ID = 16;

  private static final int BITS = 4;
  private static final int TEN = 10;

  private Hex() {}

  /** Whether a part of a text, that it is long enough for, is of digits alone. */
  static boolean isHex(String text, int from, int length) {
    for (int i = from; i < from + length; i++) {
      if (digit(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  /** What digits stand for, the last 64 bits of it. */
  static long value(String text, int from, int length) {
    long value = 0;
    for (int i = from; i < from + length; i++) {
      value = (value << BITS) | digit(text.charAt(i));
    }
    return value;
  }

  private static int digit(char c) {
    if (c >= '0' && c <= '9') {
      return c - '0';
    }
    return c >= 'a' && c <= 'f' ? c - 'a' + TEN : -1;
  }
}
