package io.gnomon.exporter.data;

/** Nanoseconds as the seconds that the semantic conventions want. */
final class Seconds {

  /** How many nanoseconds a second has. */
  static final double NANOS = 1e9;

  private Seconds() {}

  static double of(long nanos) {
    return nanos / NANOS;
  }
}
