package io.gnomon.jdbc.url;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Small readers of URL text. What they can't vouch for they give as null. */
final class UrlText {

  static final int MAX_NAME_CHARS = 255;
  private static final int MAX_PORT = 65_535;
  private static final int MAX_UTF8_BYTES = 3;
  private static final String ODD_IN_NAMES = "=@&;?()'\"<>,|{}*";

  private UrlText() {}

  /** The index of the first of some characters, or the length of the text. */
  static int indexOfAny(String text, String wanted, int from) {
    int index = from;
    while (index < text.length() && wanted.indexOf(text.charAt(index)) < 0) {
      index++;
    }
    return index;
  }

  /** A database's, schema's or file's name; null if empty, too long, or with odd characters. */
  static @Nullable String name(@Nullable String text) {
    if (text == null || text.isEmpty() || text.length() > MAX_NAME_CHARS) {
      return null;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || ODD_IN_NAMES.indexOf(c) >= 0) {
        return null;
      }
    }
    return text;
  }

  /** A host's name or address; null if empty, too long, or with odd characters. */
  static @Nullable String host(String text) {
    if (text.isEmpty() || text.length() > MAX_NAME_CHARS) {
      return null;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isLetterOrDigit(c) && "._-:%".indexOf(c) < 0) {
        return null;
      }
    }
    return text;
  }

  /** A port, or -1 if the text is none. */
  static int port(String text) {
    if (text.isEmpty() || text.length() > 5) {
      return -1;
    }
    int port = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      port = 10 * port + (c - '0');
    }
    return port > MAX_PORT ? -1 : port;
  }

  /** Outer and inner name as {@code outer|inner}, or the one that is there. */
  static @Nullable String joined(@Nullable String outer, @Nullable String inner) {
    if (outer == null || inner == null) {
      return outer == null ? inner : outer;
    }
    return outer + "|" + inner;
  }

  /**
   * The value of an option {@code key=value}, in any case of the key, or null if there is none.
   *
   * @param options without what stands before the first one
   * @param separator between options, as the driver reads them: another character that looks like
   *     one may be part of a password. A value in braces (after {@code ;}) or apostrophes (after
   *     {@code ,}) may hold the separator itself
   * @param keys any of these
   */
  static @Nullable String option(String options, char separator, String... keys) {
    int at = 0;
    while (at < options.length()) {
      int equals = indexOfAny(options, "=" + separator, at);
      if (equals == options.length() || options.charAt(equals) != '=') {
        at = equals + 1;
        continue;
      }
      int start = equals + 1;
      char close = closing(options, start, separator);
      int end = close == 0 ? indexOf(options, separator, start) : endOf(options, close, start);
      if (isOneOf(options.substring(at, equals).trim(), keys)) {
        String value = options.substring(start, end).trim();
        return close == 0 ? value : value.substring(1, Math.max(1, value.length() - 1));
      }
      at = indexOf(options, separator, end) + 1;
    }
    return null;
  }

  /** What closes a value that begins here, or 0 if it stands for itself. */
  private static char closing(String options, int start, char separator) {
    char first = start < options.length() ? options.charAt(start) : 0;
    if (separator == ';' && first == '{') {
      return '}';
    }
    return separator == ',' && first == '\'' ? '\'' : 0;
  }

  /** The index behind the closing character, which stands for itself where it is doubled. */
  private static int endOf(String text, char close, int open) {
    int at = open + 1;
    while (at < text.length()) {
      if (text.charAt(at) == close) {
        if (at + 1 >= text.length() || text.charAt(at + 1) != close) {
          return at + 1;
        }
        at++;
      }
      at++;
    }
    return text.length();
  }

  private static int indexOf(String text, char wanted, int from) {
    int index = text.indexOf(wanted, from);
    return index < 0 ? text.length() : index;
  }

  /** A text with its {@code %XX} read as UTF-8; null if one is not right. */
  static @Nullable String decoded(@Nullable String text) {
    if (text == null || text.indexOf('%') < 0) {
      return text;
    }
    ByteBuffer bytes = ByteBuffer.allocate(MAX_UTF8_BYTES * text.length());
    int at = 0;
    while (at < text.length()) {
      int percent = indexOf(text, '%', at);
      bytes.put(text.substring(at, percent).getBytes(StandardCharsets.UTF_8));
      at = percent;
      if (percent < text.length()) {
        int high = percent + 2 < text.length() ? Character.digit(text.charAt(percent + 1), 16) : -1;
        int low = percent + 2 < text.length() ? Character.digit(text.charAt(percent + 2), 16) : -1;
        if (high < 0 || low < 0) {
          return null;
        }
        bytes.put((byte) (high << 4 | low));
        at = percent + 3;
      }
    }
    return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
  }

  private static boolean isOneOf(String key, String... keys) {
    for (String wanted : keys) {
      if (wanted.equalsIgnoreCase(key)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a text begins with a prefix, in any case. */
  static boolean startsWith(String text, String lowerCasePrefix) {
    return text.regionMatches(true, 0, lowerCasePrefix, 0, lowerCasePrefix.length());
  }

  /**
   * The value in {@code (KEY=value)} or {@code (KEY=value,KEY=value)} of a descriptor without
   * blanks, in any case. Null if there is none, or several: one of those may be inside a password.
   */
  static @Nullable String inParentheses(String descriptor, String lowerCaseKey) {
    String lower = descriptor.toLowerCase(Locale.ROOT);
    int at = keyAt(lower, lowerCaseKey, 0);
    if (at < 0 || keyAt(lower, lowerCaseKey, at + 1) >= 0) {
      return null;
    }
    int start = at + lowerCaseKey.length() + 1;
    return descriptor.substring(start, indexOfAny(descriptor, "),(", start));
  }

  /** Where a key begins, behind a parenthesis or a comma, or -1. */
  static int keyAt(String lowerCaseDescriptor, String lowerCaseKey, int from) {
    int at = lowerCaseDescriptor.indexOf(lowerCaseKey + "=", from);
    while (at == 0 || (at > 0 && "(,".indexOf(lowerCaseDescriptor.charAt(at - 1)) < 0)) {
      at = lowerCaseDescriptor.indexOf(lowerCaseKey + "=", at + 1);
    }
    return at;
  }
}
