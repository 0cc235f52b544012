package io.gnomon.core.settings;

import io.gnomon.core.paths.PathPatterns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One setting: name, type, default, meaning. Immutable, safe for any thread. Constants of this type
 * are the single source of the README's table, of the {@code settings} command and of the check for
 * misspelt names.
 *
 * <p>A name that begins with {@code otel.} follows OpenTelemetry's rules: a flag is on only for
 * {@code true}, and no duration is {@code off}. A name that speaks of headers, keys, passwords or
 * secrets makes the setting secret without being asked.
 *
 * @param <T> what a value is parsed to
 */
public final class Setting<T> {

  /** What {@link #durationOrAdaptive} parses {@code adaptive} to. */
  public static final long ADAPTIVE = -1;

  private static final String OPEN_TELEMETRY = "otel.";

  private final String name;
  private final ValueKind kind;
  private final String defaultText;
  private final String meaning;
  private final long min;
  private final long max;
  private final List<String> choices;
  private final boolean secret;
  private final T defaultValue;

  private Setting(
      String name,
      ValueKind kind,
      String defaultText,
      String meaning,
      long min,
      long max,
      List<String> choices,
      boolean secret) {
    this.name = name;
    this.kind = kind;
    this.defaultText = defaultText;
    this.meaning = meaning;
    this.min = min;
    this.max = max;
    this.choices = choices;
    this.secret = secret;
    T parsed = parse(defaultText);
    if (parsed == null) {
      throw new IllegalArgumentException("default of " + name + ": " + defaultText);
    }
    this.defaultValue = parsed;
  }

  private static <T> Setting<T> of(String name, ValueKind kind, String text, String meaning) {
    List<String> choices = Collections.emptyList();
    return new Setting<>(name, kind, text, meaning, 0, 0, choices, false);
  }

  /**
   * A switch: {@code true} or {@code false}; {@code on} and {@code off} are understood for settings
   * of our own.
   *
   * @param name the system property
   * @param defaultValue what holds if it is not set
   * @param meaning one sentence
   * @return the setting
   */
  public static Setting<Boolean> flag(String name, boolean defaultValue, String meaning) {
    ValueKind kind = name.startsWith(OPEN_TELEMETRY) ? ValueKind.OTEL_FLAG : ValueKind.FLAG;
    return of(name, kind, defaultValue ? "true" : "false", meaning);
  }

  /**
   * A duration, parsed to nanoseconds; {@code off} is {@code Long.MAX_VALUE}, but for names of
   * OpenTelemetry, which know no {@code off}. Without a unit it is milliseconds, as the
   * OpenTelemetry specification says for its own settings. Fractions are allowed; negative ones and
   * those over 292 years are not.
   *
   * @param name the system property
   * @param defaultText as {@code 100ms}
   * @param meaning one sentence
   * @return the setting
   */
  public static Setting<Long> duration(String name, String defaultText, String meaning) {
    boolean finite = name.startsWith(OPEN_TELEMETRY);
    return of(name, finite ? ValueKind.DURATION : ValueKind.DURATION_OR_OFF, defaultText, meaning);
  }

  /**
   * A duration that can't be {@code off}, parsed to nanoseconds.
   *
   * @param name the system property
   * @param defaultText as {@code 10s}
   * @param meaning one sentence
   * @return the setting
   */
  public static Setting<Long> finiteDuration(String name, String defaultText, String meaning) {
    return of(name, ValueKind.DURATION, defaultText, meaning);
  }

  /**
   * A whole number.
   *
   * @param name the system property
   * @param defaultValue what holds if it is not set
   * @param min the smallest value that is accepted
   * @param max the largest value that is accepted
   * @param meaning one sentence
   * @return the setting
   */
  public static Setting<Integer> integer(
      String name, int defaultValue, int min, int max, String meaning) {
    String text = Integer.toString(defaultValue);
    List<String> choices = Collections.emptyList();
    return new Setting<>(name, ValueKind.INTEGER, text, meaning, min, max, choices, false);
  }

  /**
   * A text.
   *
   * @param name the system property
   * @param defaultValue what holds if it is not set; empty for "not set"
   * @param meaning one sentence
   * @return the setting
   */
  public static Setting<String> text(String name, String defaultValue, String meaning) {
    return of(name, ValueKind.TEXT, defaultValue, meaning);
  }

  /**
   * One of a few words; case does not matter. The value is the word as it is written here.
   *
   * @param name the system property
   * @param meaning one sentence
   * @param defaultValue what holds if it is not set, the first of the choices
   * @param others the other choices
   * @return the setting
   */
  public static Setting<String> choice(
      String name, String meaning, String defaultValue, String... others) {
    List<String> choices = new ArrayList<>(others.length + 1);
    choices.add(defaultValue);
    Collections.addAll(choices, others);
    return new Setting<>(name, ValueKind.CHOICE, defaultValue, meaning, 0, 0, choices, false);
  }

  /**
   * Texts separated by commas; space around them and empty ones go.
   *
   * @param name the system property
   * @param defaultText as {@code a,b}
   * @param meaning one sentence
   * @return the setting; its value can't be modified
   */
  public static Setting<List<String>> list(String name, String defaultText, String meaning) {
    return of(name, ValueKind.LIST, defaultText, meaning);
  }

  /**
   * Patterns of paths separated by commas.
   *
   * @param name the system property
   * @param defaultText as {@code /health,/actuator/**}; empty for none
   * @param meaning one sentence
   * @return the setting
   */
  public static Setting<PathPatterns> paths(String name, String defaultText, String meaning) {
    return of(name, ValueKind.PATHS, defaultText, meaning);
  }

  /**
   * At most one pattern of a path; a comma is part of it.
   *
   * @param name the system property
   * @param meaning one sentence
   * @return the setting, by default none
   */
  public static Setting<PathPatterns> path(String name, String meaning) {
    return of(name, ValueKind.PATH, "", meaning);
  }

  /**
   * A duration within bounds, parsed to nanoseconds.
   *
   * @param name the system property
   * @param defaultText as {@code 5m}
   * @param least the shortest, as {@code 10s}
   * @param most the longest, as {@code 24h}
   * @param meaning one sentence
   * @return the setting
   */
  public static Setting<Long> durationBetween(
      String name, String defaultText, String least, String most, String meaning) {
    return new Setting<>(
        name,
        ValueKind.DURATION_BETWEEN,
        defaultText,
        meaning,
        Durations.parseNanos(least),
        Durations.parseNanos(most),
        Arrays.asList(least, most),
        false);
  }

  /**
   * A number of things, by default {@code off}, which is {@code Long.MAX_VALUE}.
   *
   * @param name the system property
   * @param meaning one sentence
   * @return the setting
   */
  public static Setting<Long> countOrOff(String name, String meaning) {
    return of(name, ValueKind.COUNT_OR_OFF, "off", meaning);
  }

  /**
   * A share of what can't be nothing, as {@code 0.1%} or {@code 0.001}, parsed to billionths, of
   * which 0 is one; by default {@code off}, which is {@code Long.MAX_VALUE}.
   *
   * @param name the system property
   * @param meaning one sentence
   * @return the setting
   */
  public static Setting<Long> shareOrOff(String name, String meaning) {
    List<String> choices = Collections.emptyList();
    return new Setting<>(name, ValueKind.SHARE_OR_OFF, "off", meaning, 1, 0, choices, false);
  }

  /**
   * A share, as {@code 0.1%} or {@code 0.001}, parsed to billionths; {@code off} is 0.
   *
   * @param name the system property
   * @param defaultText as {@code 0.1%}
   * @param meaning one sentence
   * @return the setting
   */
  public static Setting<Long> share(String name, String defaultText, String meaning) {
    return of(name, ValueKind.SHARE, defaultText, meaning);
  }

  /**
   * A duration that the agent may find out by itself: {@code adaptive} is {@link #ADAPTIVE}, {@code
   * off} is {@code Long.MAX_VALUE}, anything else a duration, parsed to nanoseconds.
   *
   * @param name the system property
   * @param meaning one sentence
   * @return the setting, by default {@code adaptive}
   */
  public static Setting<Long> durationOrAdaptive(String name, String meaning) {
    return of(name, ValueKind.DURATION_OR_ADAPTIVE, "adaptive", meaning);
  }

  /**
   * The same setting, its value masked wherever it is printed. Of a list of {@code key=value} the
   * keys are shown.
   *
   * @return a copy
   */
  public Setting<T> secret() {
    return new Setting<>(name, kind, defaultText, meaning, min, max, choices, true);
  }

  /**
   * The name.
   *
   * @return as a system property, as {@code gnomon.jdbc.enabled}
   */
  public String name() {
    return name;
  }

  /**
   * The name of the environment variable.
   *
   * @return in upper case, {@code .} and {@code -} replaced by {@code _}
   */
  public String environmentName() {
    return environmentName(name);
  }

  static String environmentName(String name) {
    return name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  /**
   * The default, as a user would write it.
   *
   * @return empty for "not set"
   */
  public String defaultText() {
    return defaultText;
  }

  /**
   * The default.
   *
   * @return parsed
   */
  public T defaultValue() {
    return defaultValue;
  }

  /**
   * What the setting does.
   *
   * @return one sentence
   */
  public String meaning() {
    return meaning;
  }

  /**
   * Whether the value must not be printed.
   *
   * @return true for headers, keys, passwords
   */
  public boolean isSecret() {
    return secret || Masking.isSecretName(name);
  }

  /**
   * The type with its unit or choices, for a table.
   *
   * @return a few words
   */
  public String typeText() {
    return detailed(kind.typeText);
  }

  /** What a right value looks like, for the line about a wrong one. */
  String expected() {
    return detailed(kind.expected);
  }

  private String detailed(String text) {
    if (kind == ValueKind.INTEGER) {
      return text + " from " + min + " to " + max;
    }
    if (kind == ValueKind.DURATION_BETWEEN) {
      return text + " from " + choices.get(0) + " to " + choices.get(1);
    }
    return kind == ValueKind.CHOICE ? text + " " + joined(choices) : text;
  }

  private static String joined(List<String> words) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < words.size(); i++) {
      text.append(i == 0 ? "" : ", ").append(words.get(i));
    }
    return text.toString();
  }

  /**
   * Reads a value.
   *
   * @param text trimmed
   * @return null if it is not what this setting expects
   */
  @SuppressWarnings("unchecked")
  @Nullable T parse(String text) {
    return (T) kind.parse(text, min, max, choices);
  }

  /** What is used in place of a wrong value; OpenTelemetry says that a wrong flag is false. */
  String fallbackText() {
    return kind == ValueKind.OTEL_FLAG ? "false" : defaultText;
  }

  /** A value as it may be printed: masked, without control characters, of bounded length. */
  String printable(String text) {
    String masked =
        isSecret() ? Masking.secret(text, kind == ValueKind.LIST) : Masking.userInfo(text);
    return Masking.oneLine(masked);
  }
}
