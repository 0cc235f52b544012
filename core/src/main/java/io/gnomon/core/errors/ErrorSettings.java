package io.gnomon.core.errors;

import io.gnomon.core.settings.Setting;
import io.gnomon.core.settings.SettingsReader;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** How requests that fail are told. Immutable, safe for any thread. */
public final class ErrorSettings {

  /** The constants; apart from the values, so that using those needs none of these. */
  private static final class Names {

    private static final Setting<Long> INTERVAL =
        Setting.duration(
            "gnomon.errors.interval",
            "10s",
            "How often at most the same error of a route is told; others are counted; off for"
                + " none.");

    private static final Setting<Boolean> MESSAGE =
        Setting.flag(
            "gnomon.errors.message",
            false,
            "Whether an error is told with the exception's message, which may hold anything.");

    private Names() {}
  }

  private final long intervalNanos;
  private final boolean messageTold;

  /**
   * Settings of these values.
   *
   * @param intervalNanos how often at most one error is told; {@code Long.MAX_VALUE} for off
   * @param messageTold whether messages of exceptions are told
   */
  public ErrorSettings(long intervalNanos, boolean messageTold) {
    this.intervalNanos = intervalNanos;
    this.messageTold = messageTold;
  }

  /**
   * Reads the settings.
   *
   * @param reader gives the values and notes mistakes
   * @return the settings
   */
  public static ErrorSettings read(SettingsReader reader) {
    return new ErrorSettings(reader.get(Names.INTERVAL), reader.get(Names.MESSAGE));
  }

  /**
   * All settings of this type, for the catalogue.
   *
   * @return in print order
   */
  public static List<Setting<?>> all() {
    return Collections.unmodifiableList(Arrays.<Setting<?>>asList(Names.INTERVAL, Names.MESSAGE));
  }

  /**
   * {@code gnomon.errors.interval}.
   *
   * @return nanoseconds; {@code Long.MAX_VALUE} for off
   */
  public long intervalNanos() {
    return intervalNanos;
  }

  /**
   * {@code gnomon.errors.message}.
   *
   * @return whether messages of exceptions are told
   */
  public boolean messageTold() {
    return messageTold;
  }
}
