package io.gnomon.benchmarks.growth;

import java.util.Locale;

/**
 * What is measured at each point of a dimension.
 *
 * @param key as the child process tells it
 * @param title what it is
 * @param unit of its value
 * @param perUnit how many of the slope's unit one of its unit has
 * @param slopeUnit the unit of the slope, before "per"
 * @param least a difference that is nothing, in its unit: what cannot be told from an accident
 * @param most its goal at the largest point, in its unit; infinite for none
 */
record Figure(
    String key,
    String title,
    String unit,
    double perUnit,
    String slopeUnit,
    double least,
    double most) {

  private static final double NO_GOAL = Double.POSITIVE_INFINITY;

  static Figure nanos(String key, String title) {
    return new Figure(key, title, "ns", 1, "ns", 20, NO_GOAL);
  }

  static Figure micros(String key, String title) {
    return new Figure(key, title, "µs", 1e3, "ns", 0.5, NO_GOAL);
  }

  static Figure millis(String key, String title, double most) {
    return new Figure(key, title, "ms", 1e3, "µs", 1, most);
  }

  static Figure bytes(String key, String title) {
    return new Figure(key, title, "B", 1, "B", 8, NO_GOAL);
  }

  static Figure megabytes(String key, String title, double most) {
    return new Figure(key, title, "MB", 1e6, "B", 0.25, most);
  }

  boolean hasGoal() {
    return most < NO_GOAL;
  }

  String format(double value) {
    if (Math.abs(value) < 0.005) {
      return "0";
    }
    return String.format(Locale.ROOT, Math.abs(value) < 10 ? "%,.2f" : "%,.1f", value);
  }
}
