package io.gnomon.core.settings;

import io.gnomon.core.paths.PathPattern;
import io.gnomon.core.paths.PathPatterns;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the text of a value is read. One enum with plain methods and not a class per kind: each class
 * costs time at start.
 */
enum ValueKind {
  FLAG("true or false", "true, false, on or off"),
  OTEL_FLAG("true or false", "true or false"),
  DURATION(
      "duration, in ms without a unit",
      "a duration such as 100ms or 1.5s (units ns, us, ms, s, m, h)"),
  DURATION_OR_OFF(
      "duration, in ms without a unit, or off",
      "a duration such as 100ms or 1.5s (units ns, us, ms, s, m, h), or off"),
  INTEGER("whole number", "a whole number"),
  TEXT("text", "a text"),
  CHOICE("one of", "one of"),
  LIST("list, separated by commas", "a list separated by commas"),
  PATHS(
      "paths, separated by commas",
      "paths separated by commas, each beginning with / or *, as /health,/actuator/**"),
  PATH("path", "a path or route that begins with / or *, as /checkout/**"),
  DURATION_BETWEEN("duration, in ms without a unit,", "a duration (units ns, us, ms, s, m, h)"),
  COUNT_OR_OFF("whole number, or off", "a whole number such as 20, or off"),
  SHARE_OR_OFF(
      "share as 0.1% or 0.001, or off", "a share from 0% to 100% such as 0.1% or 0.001, or off"),
  SHARE(SHARE_OR_OFF.typeText, SHARE_OR_OFF.expected),
  DURATION_OR_ADAPTIVE(
      "adaptive, a duration, in ms without a unit, or off",
      "adaptive, a duration such as 100ms or 1.5s (units ns, us, ms, s, m, h), or off");

  private static final String OFF = "off";
  private static final String ADAPTIVE = "adaptive";
  private static final long BILLIONTHS = 1_000_000_000L;
  private static final long PER_CENT = 100;

  final String typeText;
  final String expected;

  ValueKind(String typeText, String expected) {
    this.typeText = typeText;
    this.expected = expected;
  }

  /** The value, or null if the text is not one; {@code text} is trimmed. */
  @Nullable Object parse(String text, long min, long max, List<String> choices) {
    if (this == FLAG || this == OTEL_FLAG) {
      return flag(text);
    }
    if (this == DURATION || this == DURATION_OR_OFF || this == DURATION_OR_ADAPTIVE) {
      return durationNanos(text);
    }
    if (this == DURATION_BETWEEN) {
      long nanos = Durations.parseNanos(text);
      return nanos < min || nanos > max ? null : Long.valueOf(nanos);
    }
    if (this == INTEGER) {
      return integer(text, min, max);
    }
    if (this == COUNT_OR_OFF) {
      return OFF.equalsIgnoreCase(text) ? Long.valueOf(Long.MAX_VALUE) : count(text);
    }
    if (this == SHARE_OR_OFF || this == SHARE) {
      return OFF.equalsIgnoreCase(text) ? offShare() : billionths(text, min);
    }
    if (this == CHOICE) {
      return choice(text, choices);
    }
    if (this == PATHS || this == PATH) {
      return paths(this == PATHS ? list(text) : one(text));
    }
    return this == LIST ? list(text) : text;
  }

  private @Nullable Boolean flag(String text) {
    if ("true".equalsIgnoreCase(text) || (this == FLAG && "on".equalsIgnoreCase(text))) {
      return Boolean.TRUE;
    }
    if ("false".equalsIgnoreCase(text) || (this == FLAG && OFF.equalsIgnoreCase(text))) {
      return Boolean.FALSE;
    }
    return null;
  }

  private @Nullable Long durationNanos(String text) {
    if (this != DURATION && OFF.equalsIgnoreCase(text)) {
      return Long.MAX_VALUE;
    }
    if (this == DURATION_OR_ADAPTIVE && ADAPTIVE.equalsIgnoreCase(text)) {
      return Setting.ADAPTIVE;
    }
    long nanos = Durations.parseNanos(text);
    return nanos == Durations.INVALID ? null : Long.valueOf(nanos);
  }

  private static @Nullable Integer integer(String text, long min, long max) {
    try {
      int value = Integer.parseInt(text);
      return value < min || value > max ? null : Integer.valueOf(value);
    } catch (IllegalArgumentException notANumber) {
      return null;
    }
  }

  private static @Nullable String choice(String text, List<String> choices) {
    for (int i = 0; i < choices.size(); i++) {
      if (choices.get(i).equalsIgnoreCase(text)) {
        return choices.get(i);
      }
    }
    return null;
  }

  private static @Nullable Long count(String text) {
    Integer count = integer(text, 0, Integer.MAX_VALUE);
    return count == null ? null : Long.valueOf(count);
  }

  private Long offShare() {
    return this == SHARE ? Long.valueOf(0) : Long.valueOf(Long.MAX_VALUE);
  }

  private static @Nullable Long billionths(String text, long least) {
    boolean percent = text.endsWith("%");
    String number = percent ? text.substring(0, text.length() - 1).trim() : text;
    long whole = Durations.parse(number, percent ? BILLIONTHS / PER_CENT : BILLIONTHS);
    return whole < 0 || whole > BILLIONTHS ? null : Long.valueOf(Math.max(least, whole));
  }

  private static List<String> one(String text) {
    return text.isEmpty() ? Collections.<String>emptyList() : Collections.singletonList(text);
  }

  private static @Nullable PathPatterns paths(List<String> items) {
    List<PathPattern> patterns = new ArrayList<>();
    try {
      for (String item : items) {
        patterns.add(PathPattern.of(item));
      }
    } catch (IllegalArgumentException notAPath) {
      return null;
    }
    return new PathPatterns(patterns);
  }

  /** The items of a text separated by commas, trimmed, without empty ones. */
  static List<String> list(String text) {
    List<String> items = new ArrayList<>();
    int start = 0;
    while (start <= text.length()) {
      int comma = text.indexOf(',', start);
      int end = comma < 0 ? text.length() : comma;
      String item = text.substring(start, end).trim();
      if (!item.isEmpty()) {
        items.add(item);
      }
      start = end + 1;
    }
    return Collections.unmodifiableList(items);
  }
}
