package io.gnomon.core.settings;

import java.util.List;

/**
 * One setting: name, type, default, meaning. Immutable. Constants of this type are the single
 * source of the README's table, of the {@code settings} command and of the check for misspelt
 * names.
 *
 * @param <T> what a value is parsed to
 */
public final class Setting<T> {

  private Setting() {}

  /**
   * A switch: {@code true} or {@code false}.
   *
   * @param name the system property
   * @param defaultValue what holds if it is not set
   * @param meaning one sentence
   * @return the setting
   */
  public static Setting<Boolean> flag(String name, boolean defaultValue, String meaning) {
    throw new UnsupportedOperationException("contract only");
  }

  /**
   * A duration, parsed to nanoseconds; {@code off} is {@code Long.MAX_VALUE}. Without a unit it is
   * milliseconds, as the OpenTelemetry specification says for its own settings.
   *
   * @param name the system property
   * @param defaultText as {@code 100ms}
   * @param meaning one sentence
   * @return the setting
   */
  public static Setting<Long> duration(String name, String defaultText, String meaning) {
    throw new UnsupportedOperationException("contract only");
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
    throw new UnsupportedOperationException("contract only");
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
    throw new UnsupportedOperationException("contract only");
  }

  /**
   * One of a few words; case does not matter.
   *
   * @param name the system property
   * @param meaning one sentence
   * @param defaultValue what holds if it is not set, the first of the choices
   * @param others the other choices
   * @return the setting
   */
  public static Setting<String> choice(
      String name, String meaning, String defaultValue, String... others) {
    throw new UnsupportedOperationException("contract only");
  }

  /**
   * Texts separated by commas.
   *
   * @param name the system property
   * @param defaultText as {@code a,b}
   * @param meaning one sentence
   * @return the setting
   */
  public static Setting<List<String>> list(String name, String defaultText, String meaning) {
    throw new UnsupportedOperationException("contract only");
  }

  /**
   * The same setting, its value masked wherever it is printed.
   *
   * @return a copy
   */
  public Setting<T> secret() {
    throw new UnsupportedOperationException("contract only");
  }
}
