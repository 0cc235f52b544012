package io.gnomon.core.metrics;

import java.util.Collections;
import java.util.List;

/** What a metric is: name, unit, kind. Immutable. */
public final class Instrument {

  /** How the points of an instrument are to be read. */
  public enum Kind {
    /** Durations in nanoseconds here, in seconds on the wire. */
    DURATION_HISTOGRAM,
    /** A sum that only grows. */
    COUNTER,
    /** A sum that also falls. */
    UP_DOWN_COUNTER,
    /** A last value. */
    GAUGE
  }

  private final String name;
  private final String unit;
  private final String description;
  private final Kind kind;
  private final List<Double> boundariesSeconds;

  private Instrument(
      String name, String unit, String description, Kind kind, List<Double> boundariesSeconds) {
    this.name = name;
    this.unit = unit;
    this.description = description;
    this.kind = kind;
    this.boundariesSeconds = boundariesSeconds;
  }

  /**
   * A histogram of durations, in seconds on the wire.
   *
   * @param name as the semantic conventions have it
   * @param description one sentence
   * @param boundariesSeconds upper bounds for explicit buckets, ascending, as the conventions
   *     advise
   * @return the instrument
   */
  public static Instrument duration(
      String name, String description, List<Double> boundariesSeconds) {
    return new Instrument(
        name,
        "s",
        description,
        Kind.DURATION_HISTOGRAM,
        Collections.unmodifiableList(boundariesSeconds));
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
    if (kind == Kind.DURATION_HISTOGRAM) {
      throw new IllegalArgumentException("a histogram is made by duration(): " + name);
    }
    return new Instrument(name, unit, description, kind, Collections.<Double>emptyList());
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
   * @return in seconds, ascending; empty for anything but a histogram
   */
  public List<Double> boundariesSeconds() {
    return boundariesSeconds;
  }
}
