package io.gnomon.core.metrics;

import io.gnomon.core.attributes.AttributeSet;

/** One value of a sum or gauge. Immutable. */
public final class NumberPoint {

  private final AttributeSet attributes;
  private final long startEpochNanos;
  private final double value;
  private final boolean integral;

  /** A value that is counted in parts of the instrument's unit. */
  NumberPoint(AttributeSet attributes, long startEpochNanos, long counted, Instrument instrument) {
    this.attributes = attributes;
    this.startEpochNanos = startEpochNanos;
    this.value = counted / instrument.perUnit();
    this.integral = instrument.perUnit() == 1;
  }

  /**
   * Which series.
   *
   * @return its attributes
   */
  public AttributeSet attributes() {
    return attributes;
  }

  /**
   * Since when a sum counts.
   *
   * @return nanoseconds since the epoch
   */
  public long startEpochNanos() {
    return startEpochNanos;
  }

  /**
   * The value.
   *
   * @return exact up to 2^53 when {@link #integral()}
   */
  public double value() {
    return value;
  }

  /**
   * Whether the value is a whole number by its nature.
   *
   * @return true for counts
   */
  public boolean integral() {
    return integral;
  }
}
