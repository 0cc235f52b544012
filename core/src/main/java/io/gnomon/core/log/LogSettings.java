package io.gnomon.core.log;

import io.gnomon.core.settings.Setting;
import io.gnomon.core.settings.SettingsReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What the agent's log tells and where it goes. Immutable, safe for any thread. */
public final class LogSettings {

  static final Setting<String> LEVEL =
      Setting.choice(
          "gnomon.log.level",
          "The least severe lines that the agent's log shows.",
          "info",
          "warn",
          "debug",
          "off");
  static final Setting<String> FILE =
      Setting.text(
          "gnomon.log.file", "", "A file that the agent's log is appended to; stderr if not set.");

  private final LogLevel level;
  private final String file;

  private LogSettings(LogLevel level, String file) {
    this.level = level;
    this.file = file;
  }

  /**
   * Reads them.
   *
   * @param reader where values come from; it notes what is wrong
   * @return the settings in force
   */
  public static LogSettings read(SettingsReader reader) {
    return new LogSettings(LogLevel.named(reader.get(LEVEL)), reader.get(FILE));
  }

  /**
   * All settings of this type, for the catalogue.
   *
   * @return in print order
   */
  public static List<Setting<?>> all() {
    List<Setting<?>> all = new ArrayList<>();
    all.add(LEVEL);
    all.add(FILE);
    return Collections.unmodifiableList(all);
  }

  /**
   * The threshold.
   *
   * @return lines of this level and those that are more severe are shown
   */
  public LogLevel level() {
    return level;
  }

  /**
   * Where lines go.
   *
   * @return a path; empty for stderr
   */
  public String file() {
    return file;
  }
}
