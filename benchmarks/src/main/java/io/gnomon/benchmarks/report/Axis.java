package io.gnomon.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One axis of a plot: where a value lies on it, and where its ticks are. Immutable.
 *
 * @param from the first value
 * @param to the last value, more than that
 * @param logarithmic whether equal factors are equally far apart; then all values are above 0
 */
record Axis(double from, double to, boolean logarithmic) {

  private static final int TICKS = 5;
  private static final double[] STEPS = {1, 2, 5, 10};

  /** An axis from 0 to what is at least the largest value, with room for whole ticks. */
  static Axis upTo(double largest) {
    double step = step(largest);
    return new Axis(0, Math.max(1, Math.ceil(largest / step - 1e-9)) * step, false);
  }

  /** An axis over whole decades. */
  static Axis decades(double smallest, double largest) {
    double from = Math.pow(10, Math.floor(Math.log10(smallest) + 1e-9));
    double to = Math.pow(10, Math.ceil(Math.log10(largest) - 1e-9));
    return new Axis(from, Math.max(to, 10 * from), true);
  }

  private static double step(double largest) {
    if (largest <= 0) {
      return 1;
    }
    double least = largest / TICKS;
    double decade = Math.pow(10, Math.floor(Math.log10(least)));
    for (double step : STEPS) {
      if (step * decade >= least * (1 - 1e-9)) {
        return step * decade;
      }
    }
    return 10 * decade;
  }

  /** 0 for the first value to 1 for the last; what lies outside is put on the edge. */
  double share(double value) {
    double share =
        logarithmic
            ? Math.log(Math.max(value, from) / from) / Math.log(to / from)
            : (value - from) / (to - from);
    return Math.max(0, Math.min(1, share));
  }

  List<Double> ticks() {
    List<Double> ticks = new ArrayList<>();
    if (logarithmic) {
      for (double tick = from; tick <= to * (1 + 1e-9); tick *= 10) {
        ticks.add(tick);
      }
      return ticks;
    }
    double step = step(to - from);
    for (int i = 0; from + i * step <= to + step * 1e-9; i++) {
      ticks.add(from + i * step);
    }
    return ticks;
  }

  /** A tick in as few characters as tell it apart from the next one. */
  static String label(double tick) {
    if (tick == Math.rint(tick)) {
      return String.format(Locale.ROOT, "%,.0f", tick);
    }
    String text = String.format(Locale.ROOT, "%.4f", tick);
    return text.replaceAll("0+$", "");
  }
}
