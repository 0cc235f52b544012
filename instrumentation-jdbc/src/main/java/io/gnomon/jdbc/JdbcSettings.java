package io.gnomon.jdbc;

import io.gnomon.core.settings.Setting;
import io.gnomon.core.settings.SettingsReader;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** What is looked at beside the executions themselves. Immutable, safe for any thread. */
public final class JdbcSettings {

  /** The constants; apart from the values, so that using those needs none of these. */
  private static final class Names {

    private static final Setting<Boolean> ROWS =
        Setting.flag(
            "gnomon.jdbc.rows.enabled", true, "Whether rows are counted as they are read.");

    private static final Setting<Integer> LARGE_RESULT =
        Setting.integer(
            "gnomon.jdbc.large-result",
            10_000,
            1,
            Integer.MAX_VALUE,
            "How many rows of one result are flagged as too many, if more are read.");

    private static final Setting<Boolean> FETCH =
        Setting.flag(
            "gnomon.jdbc.fetch.enabled",
            false,
            "Whether the first read of a result and each refill by the driver are timed.");

    private static final Setting<Boolean> EXPLAIN =
        Setting.flag(
            "gnomon.jdbc.explain",
            false,
            "Whether the database is asked how it runs a slow query (PostgreSQL, MariaDB).");

    private static final Setting<Long> EXPLAIN_INTERVAL =
        Setting.finiteDuration(
            "gnomon.jdbc.explain.interval",
            "1h",
            "How often at most the database is asked about the same query.");

    private static final Setting<Boolean> POOLS =
        Setting.flag("gnomon.jdbc.pools.enabled", true, "Whether connection pools are watched.");

    private static final Setting<Long> LEAK_THRESHOLD =
        Setting.duration(
            "gnomon.jdbc.leak-threshold",
            "off",
            "How long a connection may be held before it is flagged with the stack that took it.");

    private Names() {}
  }

  private final boolean rowsEnabled;
  private final int largeResultRows;
  private final boolean fetchEnabled;
  private final boolean explainEnabled;
  private final long explainIntervalNanos;
  private final boolean poolsEnabled;
  private final long leakThresholdNanos;

  private JdbcSettings(SettingsReader reader) {
    this.rowsEnabled = reader.get(Names.ROWS);
    this.largeResultRows = reader.get(Names.LARGE_RESULT);
    this.fetchEnabled = reader.get(Names.FETCH);
    this.explainEnabled = reader.get(Names.EXPLAIN);
    this.explainIntervalNanos = reader.get(Names.EXPLAIN_INTERVAL);
    this.poolsEnabled = reader.get(Names.POOLS);
    this.leakThresholdNanos = reader.get(Names.LEAK_THRESHOLD);
  }

  /**
   * Reads the settings.
   *
   * @param reader gives the values and notes mistakes
   * @return the settings
   */
  public static JdbcSettings read(SettingsReader reader) {
    return new JdbcSettings(reader);
  }

  /**
   * The settings of a process where none is set.
   *
   * @return all defaults
   */
  public static JdbcSettings defaults() {
    return new JdbcSettings(
        new SettingsReader() {
          @Override
          public <T> T get(Setting<T> setting) {
            return setting.defaultValue();
          }
        });
  }

  /**
   * All settings of this type, for the catalogue.
   *
   * @return in print order
   */
  public static List<Setting<?>> all() {
    return Collections.unmodifiableList(
        Arrays.<Setting<?>>asList(
            Names.ROWS,
            Names.LARGE_RESULT,
            Names.FETCH,
            Names.EXPLAIN,
            Names.EXPLAIN_INTERVAL,
            Names.POOLS,
            Names.LEAK_THRESHOLD));
  }

  /**
   * {@code gnomon.jdbc.rows.enabled}.
   *
   * @return whether rows are counted
   */
  public boolean rowsEnabled() {
    return rowsEnabled;
  }

  /**
   * {@code gnomon.jdbc.large-result}.
   *
   * @return 1 or more
   */
  public int largeResultRows() {
    return largeResultRows;
  }

  /**
   * {@code gnomon.jdbc.fetch.enabled}.
   *
   * @return whether fetching is timed
   */
  public boolean fetchEnabled() {
    return fetchEnabled;
  }

  /**
   * {@code gnomon.jdbc.explain}.
   *
   * @return whether plans are asked for
   */
  public boolean explainEnabled() {
    return explainEnabled;
  }

  /**
   * {@code gnomon.jdbc.explain.interval}.
   *
   * @return nanoseconds
   */
  public long explainIntervalNanos() {
    return explainIntervalNanos;
  }

  /**
   * {@code gnomon.jdbc.pools.enabled}.
   *
   * @return whether pools are watched
   */
  public boolean poolsEnabled() {
    return poolsEnabled;
  }

  /**
   * {@code gnomon.jdbc.leak-threshold}.
   *
   * @return nanoseconds; {@code Long.MAX_VALUE} for off
   */
  public long leakThresholdNanos() {
    return leakThresholdNanos;
  }
}
