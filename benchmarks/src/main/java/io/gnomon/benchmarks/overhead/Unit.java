package io.gnomon.benchmarks.overhead;

import java.util.Locale;

/** How a number of the report is shown. */
enum Unit {
  SECONDS("s", 1e-9, 2),
  MILLIS("ms", 1e-6, 2),
  MICROS("µs", 1e-3, 1),
  BYTES("B", 1, 0),
  KILOBYTES("kB", 1e-3, 1),
  MEGABYTES("MB", 1e-6, 1),
  PER_SECOND("1/s", 1, 0),
  COUNT("", 1, 0);

  private final String symbol;
  private final double factor;
  private final int digits;

  Unit(String symbol, double factor, int digits) {
    this.symbol = symbol;
    this.factor = factor;
    this.digits = digits;
  }

  String symbol() {
    return symbol;
  }

  String format(double value) {
    return String.format(Locale.ROOT, "%,." + digits + "f", value * factor);
  }
}
