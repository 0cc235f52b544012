package io.gnomon.core.propagation;

import org.jspecify.annotations.Nullable;

/**
 * {@code tracestate} of W3C Trace Context: at most 32 members {@code key=value}, passed on as it
 * came, keys by the grammar of level 2. One that is not valid is dropped whole. Of one that is too
 * long, members of more than 128 characters go first and then the last ones, as the specification
 * says.
 */
final class TraceState {

  static final int MAX_LENGTH = 512;
  private static final int MAX_MEMBERS = 32;
  private static final int LONG_MEMBER = 128;
  private static final int MAX_KEY = 256;
  private static final int MAX_VALUE = 256;
  private static final String MARKS_OF_KEYS = "_-*/@";

  private TraceState() {}

  /** What is passed on: the same text if it is valid and short enough; null for nothing. */
  static @Nullable String bounded(@Nullable String header) {
    if (header == null || !isValid(header)) {
      return null;
    }
    return header.length() <= MAX_LENGTH ? header : shortened(header);
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
    int equals = text.indexOf('=', from);
    return equals > from && equals < to && isKey(text, from, equals) && isValue(text, equals, to);
  }

  private static boolean isKey(String text, int from, int to) {
    if (to - from > MAX_KEY || !isLetterOrDigit(text.charAt(from))) {
      return false;
    }
    for (int i = from + 1; i < to; i++) {
      char c = text.charAt(i);
      if (!isLetterOrDigit(c) && MARKS_OF_KEYS.indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLetterOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }

  /** The end is no blank: those were trimmed. */
  private static boolean isValue(String text, int equals, int to) {
    int length = to - equals - 1;
    if (length < 1 || length > MAX_VALUE) {
      return false;
    }
    for (int i = equals + 1; i < to; i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~' || c == '=') {
        return false;
      }
    }
    return true;
  }

  private static @Nullable String shortened(String header) {
    String kept = joined(header, MAX_VALUE + MAX_KEY + 1, Integer.MAX_VALUE);
    if (kept.length() > MAX_LENGTH) {
      kept = joined(header, LONG_MEMBER, MAX_LENGTH);
    }
    return kept.isEmpty() ? null : kept;
  }

  /** The first members that are short enough, as many as there is room for. */
  private static String joined(String header, int maxMember, int maxLength) {
    StringBuilder kept = new StringBuilder(MAX_LENGTH);
    for (int start = 0; start <= header.length(); start = Lists.end(header, start) + 1) {
      int from = Lists.skipBlanks(header, start);
      int to = Lists.trimmed(header, from, Lists.end(header, start));
      if (from < to && to - from <= maxMember) {
        if (kept.length() + to - from + 1 > maxLength) {
          break;
        }
        kept.append(kept.length() == 0 ? "" : ",").append(header, from, to);
      }
    }
    return kept.toString();
  }
}
