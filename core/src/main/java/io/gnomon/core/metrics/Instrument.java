package io.gnomon.core.metrics;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a metric is: name, unit, kind. Immutable. */
public final class Instrument {

  /** How the points of an instrument are to be read. */
  public enum Kind {
    /** Durations: nanoseconds here, seconds on the wire. */
    DURATION_HISTOGRAM(ValueRange.NANOS),
    /** Whole numbers of things, 0 or more, as rows of a result or bytes of a body. */
    COUNT_HISTOGRAM(ValueRange.COUNTS),
    /** A sum that only grows. */
    COUNTER(null),
    /** A sum that also falls. */
    UP_DOWN_COUNTER(null),
    /** A last value. */
    GAUGE(null);

    private final @Nullable ValueRange range;

    Kind(@Nullable ValueRange range) {
      this.range = range;
    }

    /**
     * Whether its points are histograms.
     *
     * @return false for a sum or a gauge
     */
    public boolean isHistogram() {
      return range != null;
    }
  }

  private final String name;
  private final String unit;
  private final String description;
  private final Kind kind;
  private final double perUnit;
  private final List<Double> boundaries;

  private Instrument(
      String name,
      String unit,
      String description,
      Kind kind,
      double perUnit,
      List<Double> boundaries) {
    this.name = name;
    this.unit = unit;
    this.description = description;
    this.kind = kind;
    this.perUnit = perUnit;
    this.boundaries = boundaries;
  }

  private static Instrument histogram(
      String name, String unit, String description, Kind kind, List<Double> boundaries) {
    double perUnit = kind.range == null ? 1 : kind.range.perUnit;
    return new Instrument(
        name, unit, description, kind, perUnit, Collections.unmodifiableList(boundaries));
  }

  /**
   * A histogram of durations, in seconds on the wire.
   *
   * @param name as the semantic conventions have it
   * @param description one sentence
   * @param boundaries upper bounds for explicit buckets, in seconds, ascending, as the conventions
   *     advise
   * @return the instrument
   */
  public static Instrument duration(String name, String description, List<Double> boundaries) {
    return histogram(name, "s", description, Kind.DURATION_HISTOGRAM, boundaries);
  }

  /**
   * A histogram of whole numbers. Below 256 each has a bucket of its own; a larger one is known to
   * 0.4%, so one that equals an explicit bound may be counted just above it.
   *
   * @param name as the semantic conventions have it
   * @param unit UCUM, as {@code {row}}
   * @param description one sentence
   * @param boundaries upper bounds for explicit buckets, in that unit, ascending
   * @return the instrument
   */
  public static Instrument count(
      String name, String unit, String description, List<Double> boundaries) {
    return histogram(name, unit, description, Kind.COUNT_HISTOGRAM, boundaries);
  }

  /**
   * A sum or a gauge.
   *
   * @param kind one of the kinds that are not histograms
   * @param name as the semantic conventions have it
   * @param unit UCUM, as {@code {query}}
   * @param description one sentence
   * @return the instrument
   */
  public static Instrument number(Kind kind, String name, String unit, String description) {
    return decimal(kind, name, unit, 1, description);
  }

  /**
   * A sum or a gauge that is not whole on the wire, as seconds that are counted in nanoseconds.
   *
   * @param kind one of the kinds that are not histograms
   * @param name as the semantic conventions have it
   * @param unit UCUM, as {@code s}
   * @param perUnit how many of what is counted make one of that unit; 1 for a whole number
   * @param description one sentence
   * @return the instrument
   */
  public static Instrument decimal(
      Kind kind, String name, String unit, double perUnit, String description) {
    if (kind.isHistogram()) {
      throw new IllegalArgumentException("a histogram is made by duration() or count(): " + name);
    }
    List<Double> none = Collections.emptyList();
    return new Instrument(name, unit, description, kind, perUnit, none);
  }

  /**
   * The name.
   *
   * @return as the semantic conventions have it
   */
  public String name() {
    return name;
  }

  /**
   * The unit on the wire.
   *
   * @return UCUM
   */
  public String unit() {
    return unit;
  }

  /**
   * What it measures.
   *
   * @return one sentence
   */
  public String description() {
    return description;
  }

  /**
   * How its points are to be read.
   *
   * @return the kind
   */
  public Kind kind() {
    return kind;
  }

  /**
   * Upper bounds for explicit buckets.
   *
   * @return in the unit on the wire, ascending; empty for anything but a histogram
   */
  public List<Double> boundaries() {
    return boundaries;
  }

  /**
   * How many of what is recorded make one of the unit on the wire.
   *
   * @return 1e9 for durations, what {@link #decimal} was given, 1 for anything else
   */
  public double perUnit() {
    return perUnit;
  }

  /** What its values can be; for a histogram. */
  ValueRange range() {
    ValueRange range = kind.range;
    if (range == null) {
      throw new IllegalArgumentException("not a histogram: " + name);
    }
    return range;
  }
}
