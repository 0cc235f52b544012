package io.gnomon.core.settings;

/**
 * Gives the value of a setting from the first source that has it: system property, environment,
 * agent arguments, file, default. A value that cannot be parsed is noted as a problem and the
 * default is given; nothing is thrown. Not thread-safe; used once, at start.
 */
public interface SettingsReader {

  /**
   * The value of a setting.
   *
   * @param setting which
   * @param <T> its type
   * @return the parsed value, or the default
   */
  <T> T get(Setting<T> setting);
}
