package io.gnomon.logging;

import io.gnomon.core.settings.Setting;
import io.gnomon.core.settings.SettingsReader;
import java.util.Collections;
import java.util.List;

/** What is added to the application's own log. Immutable, safe for any thread. */
public final class LoggingSettings {

  /** The constants; apart from the values, so that using those needs none of these. */
  private static final class Names {

    private static final Setting<Boolean> MDC =
        Setting.flag(
            "gnomon.logging.mdc",
            false,
            "Whether trace_id, span_id and trace_flags of the request are in the MDC of Logback,"
                + " Log4j 2 and JBoss LogManager.");

    private Names() {}
  }

  private final boolean mdc;

  private LoggingSettings(boolean mdc) {
    this.mdc = mdc;
  }

  /**
   * Reads the settings.
   *
   * @param reader gives the values and notes mistakes
   * @return the settings
   */
  public static LoggingSettings read(SettingsReader reader) {
    return new LoggingSettings(reader.get(Names.MDC));
  }

  /**
   * All settings of this type, for the catalogue.
   *
   * @return in print order
   */
  public static List<Setting<?>> all() {
    return Collections.<Setting<?>>singletonList(Names.MDC);
  }

  /**
   * {@code gnomon.logging.mdc}.
   *
   * @return whether logging libraries are woven
   */
  public boolean mdc() {
    return mdc;
  }
}
