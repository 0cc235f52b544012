package io.gnomon.benchmarks.overhead.report;

import io.gnomon.benchmarks.overhead.figures.Sample;
import java.util.ArrayList;
import java.util.List;

/**
 * An axis of ratios on which equal ratios are equally far; 1 is on it.
 *
 * @param low the ratio at its left
 * @param high the ratio at its right
 * @param left where it begins
 * @param right where it ends
 */
record LogAxis(double low, double high, double left, double right) {

  /** So that the axis is not all noise where nothing differs. */
  private static final double LEAST = 1.25;

  private static final double MARGIN = 1.05;

  private static final List<Double> STEPS = List.of(1.0, 1.5, 2.0, 3.0, 5.0, 7.0);

  /** One that has room for all values. */
  static LogAxis over(List<Sample> samples, double left, double right) {
    double low = 1;
    double high = LEAST;
    for (Sample sample : samples) {
      if (!sample.isEmpty()) {
        low = Math.min(low, sample.min());
        high = Math.max(high, sample.max());
      }
    }
    return new LogAxis(low / MARGIN, high * MARGIN, left, right);
  }

  double at(double ratio) {
    return left + (right - left) * Math.log(ratio / low) / Math.log(high / low);
  }

  /** Round ratios on it. */
  List<Double> ticks() {
    List<Double> ticks = new ArrayList<>();
    for (double power = 0.001; power < high; power *= 10) {
      for (double step : STEPS) {
        double tick = Math.rint(step * power * 1e6) / 1e6;
        if (tick >= low && tick <= high) {
          ticks.add(tick);
        }
      }
    }
    return ticks;
  }
}
