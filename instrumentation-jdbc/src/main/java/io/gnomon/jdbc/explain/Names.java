package io.gnomon.jdbc.explain;

import org.jspecify.annotations.Nullable;

/** Names that mean the same to every database and can be put into a text without a doubt. */
final class Names {

  /** Longer ones are cut by PostgreSQL, and then mean another thing. */
  private static final int MAX_CHARS = 63;

  private Names() {}

  /** Whether an unquoted name is of ASCII letters, digits, {@code _} and {@code $} alone. */
  static boolean isPlain(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (!isPlain(name.charAt(i))) {
        return false;
      }
    }
    return name.length() <= MAX_CHARS;
  }

  /** A quoted name without its quotes, or null if it is more than it should be. */
  static @Nullable String unquoted(String quoted) {
    char quote = quoted.charAt(0);
    if (quote != '"' && quote != '`') {
      return null;
    }
    String name = quoted.substring(1, quoted.length() - 1);
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!isPlain(c) && c != ' ' && c != '-') {
        return null;
      }
    }
    return name.isEmpty() || name.length() > MAX_CHARS ? null : name;
  }

  private static boolean isPlain(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '_'
        || c == '$';
  }
}
