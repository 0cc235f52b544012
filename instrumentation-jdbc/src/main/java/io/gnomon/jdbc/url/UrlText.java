package io.gnomon.jdbc.url;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Small readers of URL text. What they can't vouch for they give as null. */
final class UrlText {

  static final int MAX_NAME_CHARS = 255;
  private static final int MAX_PORT = 65_535;
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
   * The value of an option {@code key=value}, in any case of the key; options are separated by
   * {@code &}, {@code ;} or {@code :}, a value in braces may hold separators. Null if there is
   * none.
   */
  static @Nullable String option(String options, String... keys) {
    int at = 0;
    while (at < options.length()) {
      int equals = indexOfAny(options, "=&;:", at);
      if (equals == options.length() || options.charAt(equals) != '=') {
        at = equals + 1;
        continue;
      }
      int start = equals + 1;
      boolean braced = start < options.length() && options.charAt(start) == '{';
      int end = braced ? endOfBraces(options, start) : indexOfAny(options, "&;", start);
      if (isOneOf(options.substring(at, equals).trim(), keys)) {
        return options.substring(braced ? start + 1 : start, braced ? end - 1 : end).trim();
      }
      at = end + 1;
    }
    return null;
  }

  private static int endOfBraces(String text, int open) {
    int at = open + 1;
    while (at < text.length()) {
      if (text.charAt(at) == '}') {
        if (at + 1 >= text.length() || text.charAt(at + 1) != '}') {
          return at + 1;
        }
        at++;
      }
      at++;
    }
    return text.length();
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

  /** The value in {@code (KEY=value)} of a descriptor without blanks, in any case, or null. */
  static @Nullable String inParentheses(String descriptor, String lowerCaseKey) {
    String lower = descriptor.toLowerCase(Locale.ROOT);
    int at = lower.indexOf(lowerCaseKey + "=");
    while (at > 0 && "(,".indexOf(lower.charAt(at - 1)) < 0) {
      at = lower.indexOf(lowerCaseKey + "=", at + 1);
    }
    if (at <= 0) {
      return null;
    }
    int start = at + lowerCaseKey.length() + 1;
    return descriptor.substring(start, indexOfAny(descriptor, "),(", start));
  }
}
