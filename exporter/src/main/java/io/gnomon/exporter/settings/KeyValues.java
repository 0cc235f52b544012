package io.gnomon.exporter.settings;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@code key=value,key=value} with percent-encoded values, as OpenTelemetry writes headers and
 * resource attributes.
 */
final class KeyValues {

  private KeyValues() {}

  /**
   * Reads pairs; what has no key or no equals sign is left out.
   *
   * @param text the pairs
   * @return in their order, a later one replacing an earlier one of the same key
   */
  static Map<String, String> parse(String text) {
    Map<String, String> pairs = new LinkedHashMap<>();
    int start = 0;
    while (start < text.length()) {
      int comma = text.indexOf(',', start);
      int end = comma < 0 ? text.length() : comma;
      int equals = text.indexOf('=', start);
      if (equals > start && equals < end) {
        String key = decode(text.substring(start, equals).trim());
        if (!key.isEmpty()) {
          pairs.put(key, decode(text.substring(equals + 1, end).trim()));
        }
      }
      start = end + 1;
    }
    return Collections.unmodifiableMap(pairs);
  }

  /** Percent-decoding alone: a plus sign stays a plus sign, a broken escape stays as it is. */
  private static String decode(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      int high = bytes[i] == '%' && i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
      int low = high >= 0 ? Character.digit(bytes[i + 2], 16) : -1;
      if (low >= 0) {
        out.write(high * 16 + low);
        i += 2;
      } else {
        out.write(bytes[i]);
      }
    }
    return new String(out.toByteArray(), StandardCharsets.UTF_8);
  }
}
