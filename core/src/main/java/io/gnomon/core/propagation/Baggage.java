package io.gnomon.core.propagation;

import org.jspecify.annotations.Nullable;

/**
 * {@code baggage} of W3C Baggage: {@code key=value;property, ...}. Passed on as it came if it is
 * valid; nobody reads what it says.
 */
final class Baggage {

  static final int MAX_LENGTH = 8_192;
  static final int MAX_MEMBERS = 180;
  private static final String NOT_OF_VALUES = "\",;\\";
  private static final String MARKS_OF_TOKENS = "!#$%&'*+-.^_`|~";

  private Baggage() {}

  /** The same text, or null if it is not valid or too long. */
  static @Nullable String valid(@Nullable String header) {
    return header != null && header.length() <= MAX_LENGTH && isValid(header) ? header : null;
  }

  private static boolean isValid(String header) {
    int members = 0;
    for (int start = 0; start <= header.length(); start = Lists.end(header, start) + 1) {
      int from = Lists.skipBlanks(header, start);
      int to = Lists.trimmed(header, from, Lists.end(header, start));
      if (from < to) {
        members++;
        if (members > MAX_MEMBERS || !isMember(header, from, to)) {
          return false;
        }
      }
    }
    return members > 0;
  }

  private static boolean isMember(String text, int from, int to) {
    int end = partEnd(text, from, to);
    if (!isPair(text, from, end, true)) {
      return false;
    }
    while (end < to) {
      int start = end + 1;
      end = partEnd(text, start, to);
      if (!isPair(text, start, end, false)) {
        return false;
      }
    }
    return true;
  }

  private static int partEnd(String text, int from, int to) {
    int semicolon = text.indexOf(';', from);
    return semicolon < 0 || semicolon > to ? to : semicolon;
  }

  private static boolean isPair(String text, int start, int end, boolean withValue) {
    int equals = text.indexOf('=', start);
    boolean hasValue = equals >= 0 && equals < end;
    int from = Math.min(Lists.skipBlanks(text, start), end);
    int keyEnd = Lists.trimmed(text, from, hasValue ? equals : end);
    if (keyEnd <= from || !isToken(text, from, keyEnd)) {
      return false;
    }
    return hasValue ? isValue(text, equals + 1, end) : !withValue;
  }

  private static boolean isToken(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (!letter && MARKS_OF_TOKENS.indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isValue(String text, int start, int end) {
    int from = Math.min(Lists.skipBlanks(text, start), end);
    int to = Lists.trimmed(text, from, end);
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c <= ' ' || c > '~' || NOT_OF_VALUES.indexOf(c) >= 0) {
        return false;
      }
    }
    return true;
  }
}
