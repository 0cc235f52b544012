package io.gnomon.core.traces;

import io.gnomon.core.settings.LayeredSettings;
import io.gnomon.core.settings.Setting;
import io.gnomon.core.spans.SpanRoom;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Which requests are kept as traces. Immutable, safe for any thread. */
public final class TraceSettings {

  /** Keeps none, and records nothing. */
  public static final TraceSettings NONE = new TraceSettings(Mode.NONE, 0, 0, 0, 0, 0);

  /** {@link #maxPerSecond()} without a cap. */
  public static final int NO_CAP = Integer.MAX_VALUE;

  private static final String INTERESTING = "interesting";
  private static final String ALL = "all";

  /** Which requests are looked at. */
  enum Mode {
    NONE,
    INTERESTING,
    ALL
  }

  /** The constants; apart from the values, so that using those needs none of these. */
  static final class Names {

    static final Setting<String> MODE =
        Setting.choice(
            "gnomon.traces",
            "Which requests are kept as traces: those that failed, were slow or are told of by a"
                + " finding, and a few others; all; or none.",
            INTERESTING,
            ALL,
            "none");

    static final Setting<Long> SLOW_THRESHOLD =
        Setting.durationOrAdaptive(
            "gnomon.traces.slow-threshold",
            "A request that takes longer is kept as slow; adaptive finds out what is slow for each"
                + " route.");

    static final Setting<Long> SLOW_SHARE =
        Setting.share(
            "gnomon.traces.slow-share",
            "0.5%",
            "Which share of a route's requests of the last minutes is slow, if the threshold is"
                + " adaptive; before the route's 200th request, what takes longer than 1 s is.");

    static final Setting<Long> BASELINE =
        Setting.share(
            "gnomon.traces.baseline",
            "0.1%",
            "Which share of all traces is kept, whatever becomes of them; by the trace's id, so that"
                + " all services of a trace decide alike.");

    static final Setting<Integer> MAX_PER_SECOND =
        Setting.integer(
            "gnomon.traces.max-per-second",
            20,
            1,
            1_000_000,
            "How many traces are kept per second at most, shared fairly between routes; with"
                + " gnomon.traces=all it holds only if it is set.");

    static final Setting<Integer> MAX_SPANS =
        Setting.integer(
            "gnomon.traces.max-spans",
            SpanRoom.DEFAULT_SPANS,
            0,
            SpanRoom.MAX_SPANS,
            "How many spans of a request are kept at most, its own besides; others are counted.");

    private Names() {}
  }

  private final Mode mode;
  private final long slowThresholdNanos;
  private final long slowShareBillionths;
  private final long baselineBillionths;
  private final int maxPerSecond;
  private final int maxSpans;

  /**
   * Settings of these values.
   *
   * @param slowThresholdNanos {@code Long.MAX_VALUE} for off, {@link Setting#ADAPTIVE}
   * @param maxPerSecond {@link #NO_CAP} for none
   */
  TraceSettings(
      Mode mode,
      long slowThresholdNanos,
      long slowShareBillionths,
      long baselineBillionths,
      int maxPerSecond,
      int maxSpans) {
    this.mode = mode;
    this.slowThresholdNanos = slowThresholdNanos;
    this.slowShareBillionths = slowShareBillionths;
    this.baselineBillionths = baselineBillionths;
    this.maxPerSecond = maxPerSecond;
    this.maxSpans = maxSpans;
  }

  /**
   * Reads the settings.
   *
   * @param source gives the values and notes mistakes
   * @return the settings
   */
  public static TraceSettings read(LayeredSettings source) {
    Mode mode = mode(source.get(Names.MODE));
    int cap = source.get(Names.MAX_PER_SECOND);
    boolean capped = mode != Mode.ALL || source.isSet(Names.MAX_PER_SECOND);
    return new TraceSettings(
        mode,
        source.get(Names.SLOW_THRESHOLD),
        source.get(Names.SLOW_SHARE),
        source.get(Names.BASELINE),
        capped ? cap : NO_CAP,
        source.get(Names.MAX_SPANS));
  }

  private static Mode mode(String text) {
    if (text.equals(ALL)) {
      return Mode.ALL;
    }
    return text.equals(INTERESTING) ? Mode.INTERESTING : Mode.NONE;
  }

  /**
   * All settings of this type, for the catalogue.
   *
   * @return in print order
   */
  public static List<Setting<?>> all() {
    return Collections.unmodifiableList(
        Arrays.<Setting<?>>asList(
            Names.MODE,
            Names.SLOW_THRESHOLD,
            Names.SLOW_SHARE,
            Names.BASELINE,
            Names.MAX_PER_SECOND,
            Names.MAX_SPANS));
  }

  /**
   * Whether no request is ever kept, so that none need be recorded.
   *
   * @return true for {@code gnomon.traces=none}
   */
  public boolean isNone() {
    return mode == Mode.NONE;
  }

  /**
   * Whether every request is kept, but for the cap.
   *
   * @return true for {@code gnomon.traces=all}
   */
  public boolean isAll() {
    return mode == Mode.ALL;
  }

  /**
   * {@code gnomon.traces.slow-threshold}.
   *
   * @return nanoseconds; {@code Long.MAX_VALUE} for off, {@link Setting#ADAPTIVE}
   */
  public long slowThresholdNanos() {
    return slowThresholdNanos;
  }

  /**
   * {@code gnomon.traces.slow-share}.
   *
   * @return billionths; 0 for none
   */
  public long slowShareBillionths() {
    return slowShareBillionths;
  }

  /**
   * {@code gnomon.traces.baseline}.
   *
   * @return billionths; 0 for none
   */
  public long baselineBillionths() {
    return baselineBillionths;
  }

  /**
   * {@code gnomon.traces.max-per-second}.
   *
   * @return {@link #NO_CAP} if none holds
   */
  public int maxPerSecond() {
    return maxPerSecond;
  }

  /**
   * {@code gnomon.traces.max-spans}.
   *
   * @return spans inside one request
   */
  public int maxSpans() {
    return maxSpans;
  }
}
