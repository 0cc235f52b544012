package io.gnomon.core;

import io.gnomon.core.findings.CallerStack;
import io.gnomon.core.settings.Setting;
import io.gnomon.core.settings.SettingsReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** The settings of the core. Immutable. */
public final class CoreSettings {

  /** The constants; apart from the values, so that using those needs none of these. */
  private static final class Names {

    private static final Setting<Long> SLOW_QUERY_THRESHOLD =
        Setting.duration(
            "gnomon.jdbc.slow-query-threshold",
            "100ms",
            "A query that takes longer is flagged as slow; off for none.");

    private static final Setting<Long> SLOW_QUERY_INTERVAL =
        Setting.duration(
            "gnomon.jdbc.slow-query-interval",
            "10s",
            "How often at most the same slow query, or the same N+1, is told; others are counted.");

    private static final Setting<Integer> N_PLUS_ONE_COUNT =
        Setting.integer(
            "gnomon.jdbc.n-plus-one.count",
            5,
            2,
            1_000_000,
            "How often one query has to run after another to be flagged as N+1.");

    private static final Setting<Long> N_PLUS_ONE_TIME =
        Setting.duration(
            "gnomon.jdbc.n-plus-one.time",
            "50ms",
            "How long these runs have to take in sum to be flagged as N+1; off for none.");

    private static final Setting<List<String>> STACK_EXCLUDE =
        Setting.list(
            "gnomon.stack.exclude",
            String.join(",", CallerStack.DEFAULT_EXCLUDES),
            "Prefixes of class names that are left out of the caller's stack.");

    private Names() {}
  }

  private final long slowQueryThresholdNanos;
  private final long slowQueryIntervalNanos;
  private final List<String> stackExcludes;
  private final int nPlusOneCount;
  private final long nPlusOneTimeNanos;

  /**
   * Settings of these values.
   *
   * @param slowQueryThresholdNanos {@code Long.MAX_VALUE} for off
   * @param slowQueryIntervalNanos how often at most one fingerprint is told
   * @param stackExcludes prefixes of class names
   * @param nPlusOneCount how many runs of one query are N+1
   * @param nPlusOneTimeNanos how long they take at least; {@code Long.MAX_VALUE} for off
   */
  public CoreSettings(
      long slowQueryThresholdNanos,
      long slowQueryIntervalNanos,
      List<String> stackExcludes,
      int nPlusOneCount,
      long nPlusOneTimeNanos) {
    this.slowQueryThresholdNanos = slowQueryThresholdNanos;
    this.slowQueryIntervalNanos = slowQueryIntervalNanos;
    this.stackExcludes = Collections.unmodifiableList(new ArrayList<>(stackExcludes));
    this.nPlusOneCount = nPlusOneCount;
    this.nPlusOneTimeNanos = nPlusOneTimeNanos;
  }

  /**
   * Reads the settings.
   *
   * @param reader gives the values and notes mistakes
   * @return the settings
   */
  public static CoreSettings read(SettingsReader reader) {
    return new CoreSettings(
        reader.get(Names.SLOW_QUERY_THRESHOLD),
        reader.get(Names.SLOW_QUERY_INTERVAL),
        reader.get(Names.STACK_EXCLUDE),
        reader.get(Names.N_PLUS_ONE_COUNT),
        reader.get(Names.N_PLUS_ONE_TIME));
  }

  /**
   * All settings of the core, for the README's table and the {@code settings} command.
   *
   * @return in the order in which they are shown
   */
  public static List<Setting<?>> all() {
    return Collections.unmodifiableList(
        Arrays.<Setting<?>>asList(
            Names.SLOW_QUERY_THRESHOLD,
            Names.SLOW_QUERY_INTERVAL,
            Names.N_PLUS_ONE_COUNT,
            Names.N_PLUS_ONE_TIME,
            Names.STACK_EXCLUDE));
  }

  /**
   * {@code gnomon.jdbc.slow-query-threshold}.
   *
   * @return nanoseconds; {@code Long.MAX_VALUE} for off
   */
  public long slowQueryThresholdNanos() {
    return slowQueryThresholdNanos;
  }

  /**
   * {@code gnomon.jdbc.slow-query-interval}.
   *
   * @return nanoseconds
   */
  public long slowQueryIntervalNanos() {
    return slowQueryIntervalNanos;
  }

  /**
   * {@code gnomon.jdbc.n-plus-one.count}.
   *
   * @return 2 or more
   */
  public int nPlusOneCount() {
    return nPlusOneCount;
  }

  /**
   * {@code gnomon.jdbc.n-plus-one.time}.
   *
   * @return nanoseconds; {@code Long.MAX_VALUE} for off
   */
  public long nPlusOneTimeNanos() {
    return nPlusOneTimeNanos;
  }

  /**
   * {@code gnomon.stack.exclude}.
   *
   * @return prefixes of class names
   */
  public List<String> stackExcludes() {
    return stackExcludes;
  }
}
