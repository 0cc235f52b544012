package io.gnomon.benchmarks.overhead.process;

import java.util.HashMap;
import java.util.Map;

/**
 * What the service tells about itself at {@code /self}.
 *
 * @param values by name
 */
public record Self(Map<String, Long> values) {

  /**
   * Reads it.
   *
   * @param text lines {@code name=number}
   * @return what they say
   */
  static Self parse(String text) {
    Map<String, Long> values = new HashMap<>();
    text.lines()
        .forEach(
            line -> {
              int equals = line.indexOf('=');
              values.put(line.substring(0, equals), Long.valueOf(line.substring(equals + 1)));
            });
    return new Self(values);
  }

  /**
   * One of them.
   *
   * @param name as the service says it
   * @return bytes, nanoseconds or a number
   * @throws IllegalStateException if it does not tell
   */
  public long value(String name) {
    Long value = values.get(name);
    if (value == null) {
      throw new IllegalStateException("the service does not tell " + name);
    }
    return value;
  }
}
