package io.gnomon.core.settings;

import java.util.List;
import java.util.Locale;

/** Hides in a value what must not be printed. In doubt it hides more. */
final class Masking {

  static final String MASK = "***";

  /** What is printed of a value at most, in characters. */
  static final int MAX_CHARS = 200;

  private static final String[] SECRET_WORDS = {"headers", "password", "secret", "credential"};

  private Masking() {}

  static boolean isSecretName(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    for (String word : SECRET_WORDS) {
      if (lower.contains(word)) {
        return true;
      }
    }
    return lower.endsWith(".key") || lower.endsWith("-key");
  }

  static String secret(String text, boolean keyedList) {
    if (text.isEmpty()) {
      return text;
    }
    return keyedList ? keysOnly(ValueKind.list(text)) : MASK;
  }

  private static String keysOnly(List<String> items) {
    StringBuilder masked = new StringBuilder();
    for (int i = 0; i < items.size(); i++) {
      String item = items.get(i);
      int equals = item.indexOf('=');
      masked.append(i == 0 ? "" : ",");
      if (isKey(item, equals)) {
        masked.append(item, 0, equals + 1);
      }
      masked.append(MASK);
    }
    return masked.toString();
  }

  /** False for what may be the end of a value that held a comma, as the tail of a Base64 text. */
  private static boolean isKey(String item, int equals) {
    if (equals <= 0 || equals + 1 == item.length() || item.charAt(equals + 1) == '=') {
      return false;
    }
    for (int i = 0; i < equals; i++) {
      char c = item.charAt(i);
      if (!Character.isLetterOrDigit(c) && c != '-' && c != '_' && c != '.') {
        return false;
      }
    }
    return true;
  }

  /** Masks {@code user:password@} in each word that may be a URL, with or without its scheme. */
  static String userInfo(String text) {
    if (text.indexOf('@') < 0) {
      return text;
    }
    StringBuilder masked = new StringBuilder();
    int start = 0;
    while (start < text.length()) {
      int end = wordEnd(text, start);
      appendMasked(masked, text.substring(start, end));
      if (end < text.length()) {
        masked.append(text.charAt(end));
      }
      start = end + 1;
    }
    return masked.toString();
  }

  private static int wordEnd(String text, int start) {
    int i = start;
    while (i < text.length() && !Character.isWhitespace(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static void appendMasked(StringBuilder masked, String word) {
    int at = word.lastIndexOf('@');
    int scheme = word.indexOf("://");
    boolean afterScheme = scheme >= 0 && scheme < at;
    int colon = word.indexOf(':');
    if (at < 0 || !(afterScheme || (colon >= 0 && colon < at))) {
      masked.append(word);
      return;
    }
    masked
        .append(word, 0, afterScheme ? scheme + 3 : 0)
        .append(MASK)
        .append(word, at, word.length());
  }

  /** One line of bounded length: control characters become {@code ?}. */
  static String oneLine(String text) {
    int length = Math.min(text.length(), MAX_CHARS);
    StringBuilder line = new StringBuilder(length + MASK.length());
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      line.append(Character.isISOControl(c) || c == '\u2028' || c == '\u2029' ? '?' : c);
    }
    return length == text.length() ? line.toString() : line.append("...").toString();
  }
}
