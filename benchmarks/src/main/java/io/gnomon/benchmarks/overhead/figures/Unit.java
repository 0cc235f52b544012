package io.gnomon.benchmarks.overhead.figures;

import java.util.Locale;

/** How a number of the report is shown. */
public enum Unit {
  /** From nanoseconds. */
  SECONDS("s", 1e-9, 2),
  /** From nanoseconds. */
  MILLIS("ms", 1e-6, 2),
  /** From nanoseconds. */
  MICROS("µs", 1e-3, 1),
  /** From bytes. */
  BYTES("B", 1, 0),
  /** From bytes, 10^6 of them. */
  MEGABYTES("MB", 1e-6, 1),
  /** From a number per second. */
  PER_SECOND("1/s", 1, 0),
  /** A number of things. */
  COUNT("", 1, 0),
  /** A number of things that is a mean. */
  MEAN("", 1, 1);

  private final String symbol;
  private final double factor;
  private final int digits;

  Unit(String symbol, double factor, int digits) {
    this.symbol = symbol;
    this.factor = factor;
    this.digits = digits;
  }

  /**
   * What stands after a number.
   *
   * @return empty for a count
   */
  public String symbol() {
    return symbol;
  }

  /**
   * A value in this unit, without its symbol.
   *
   * @param value nanoseconds, bytes or a number, as the unit is from
   * @return with as many digits as the unit shows, never "-0"
   */
  public String format(double value) {
    String text = String.format(Locale.ROOT, "%,." + digits + "f", value * factor);
    return isZero(text) && text.startsWith("-") ? text.substring(1) : text;
  }

  private static boolean isZero(String text) {
    return text.chars().noneMatch(letter -> letter >= '1' && letter <= '9');
  }
}
