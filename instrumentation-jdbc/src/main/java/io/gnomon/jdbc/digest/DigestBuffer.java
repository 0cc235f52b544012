package io.gnomon.jdbc.digest;

import java.util.Arrays;

/**
 * The text that a digest builds up. Grows to at most about twice what is read of a text (each token
 * brings no more than one blank) and keeps its size. For one thread at a time.
 */
final class DigestBuffer {

  private static final int INITIAL_CHARS = 1024;

  private char[] chars = new char[INITIAL_CHARS];
  private int length;

  int length() {
    return length;
  }

  char[] chars() {
    return chars;
  }

  char charAt(int index) {
    return chars[index];
  }

  void append(char c) {
    ensure(1);
    chars[length++] = c;
  }

  void append(String text, int start, int end) {
    ensure(end - start);
    text.getChars(start, end, chars, length);
    length += end - start;
  }

  /** Takes back all from a position on. */
  void truncate(int newLength) {
    length = newLength;
  }

  /** Whether two parts of equal length hold the same. */
  boolean same(int first, int second, int count) {
    for (int i = 0; i < count; i++) {
      if (chars[first + i] != chars[second + i]) {
        return false;
      }
    }
    return true;
  }

  /** Whether two parts of equal length hold the same but for the case of ASCII letters. */
  boolean sameIgnoringCase(int first, int second, int count) {
    for (int i = 0; i < count; i++) {
      if (fold(chars[first + i]) != fold(chars[second + i])) {
        return false;
      }
    }
    return true;
  }

  private static char fold(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c | 0x20) : c;
  }

  String substring(int start, int end) {
    return new String(chars, start, end - start);
  }

  private void ensure(int more) {
    if (length + more > chars.length) {
      chars = Arrays.copyOf(chars, Math.max(chars.length * 2, length + more));
    }
  }
}
