package io.gnomon.servlet;

import io.gnomon.core.paths.PathPatterns;
import io.gnomon.core.settings.Setting;
import io.gnomon.core.settings.SettingsReader;
import io.gnomon.servlet.carriers.FactSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Which requests are timed, and what is looked at besides. Immutable, safe for any thread. */
public final class ServletSettings {

  private static final String ON = "on";

  /** The constants; apart from the values, so that using those needs none of these. */
  private static final class Names {

    private static final Setting<PathPatterns> EXCLUDE =
        Setting.paths(
            "gnomon.servlet.exclude",
            "",
            "Paths of requests that are not timed, with the context path; * is part of a segment,"
                + " /** a subtree.");

    private static final Setting<Boolean> BODY_SIZES =
        Setting.flag(
            "gnomon.servlet.body-sizes.enabled",
            true,
            "Whether the sizes of request and response bodies are recorded.");

    private static final Setting<Boolean> CACHING =
        Setting.flag(
            "gnomon.servlet.caching.enabled",
            true,
            "Whether responses are counted by what their headers tell HTTP caches.");

    private static final Setting<String> SERVER_TIMING =
        Setting.choice(
            "gnomon.servlet.server-timing",
            "Whether each response tells in a Server-Timing header how long it took, with its"
                + " queries: to whoever sees it.",
            "off",
            ON);

    private Names() {}
  }

  private final PathPatterns excluded;
  private final boolean bodySizesEnabled;
  private final boolean cachingEnabled;
  private final boolean serverTimingEnabled;
  private final FactSettings facts;

  /**
   * Settings of these values.
   *
   * @param excluded paths of requests that are not timed
   * @param bodySizesEnabled whether sizes of bodies are recorded
   * @param cachingEnabled whether responses are counted by what they tell caches
   * @param serverTimingEnabled whether responses get a {@code Server-Timing} header
   * @param facts what kept traces tell of requests
   */
  public ServletSettings(
      PathPatterns excluded,
      boolean bodySizesEnabled,
      boolean cachingEnabled,
      boolean serverTimingEnabled,
      FactSettings facts) {
    this.excluded = excluded;
    this.bodySizesEnabled = bodySizesEnabled;
    this.cachingEnabled = cachingEnabled;
    this.serverTimingEnabled = serverTimingEnabled;
    this.facts = facts;
  }

  /**
   * Reads the settings.
   *
   * @param reader gives the values and notes mistakes
   * @return the settings
   */
  public static ServletSettings read(SettingsReader reader) {
    return new ServletSettings(
        reader.get(Names.EXCLUDE),
        reader.get(Names.BODY_SIZES),
        reader.get(Names.CACHING),
        reader.get(Names.SERVER_TIMING).equals(ON),
        FactSettings.read(reader));
  }

  /**
   * All settings of this type, for the catalogue.
   *
   * @return in print order
   */
  public static List<Setting<?>> all() {
    List<Setting<?>> all =
        new ArrayList<>(
            Arrays.<Setting<?>>asList(
                Names.EXCLUDE, Names.BODY_SIZES, Names.CACHING, Names.SERVER_TIMING));
    all.addAll(FactSettings.all());
    return Collections.unmodifiableList(all);
  }

  /**
   * {@code gnomon.servlet.exclude}.
   *
   * @return what is held against the path of a request as it was sent
   */
  public PathPatterns excluded() {
    return excluded;
  }

  /**
   * {@code gnomon.servlet.body-sizes.enabled}.
   *
   * @return whether sizes of bodies are recorded
   */
  public boolean bodySizesEnabled() {
    return bodySizesEnabled;
  }

  /**
   * {@code gnomon.servlet.caching.enabled}.
   *
   * @return whether responses are counted by what their headers tell caches
   */
  public boolean cachingEnabled() {
    return cachingEnabled;
  }

  /**
   * {@code gnomon.servlet.server-timing}.
   *
   * @return whether responses get a {@code Server-Timing} header
   */
  public boolean serverTimingEnabled() {
    return serverTimingEnabled;
  }

  /**
   * What kept traces tell of requests.
   *
   * @return its own settings
   */
  public FactSettings facts() {
    return facts;
  }
}
