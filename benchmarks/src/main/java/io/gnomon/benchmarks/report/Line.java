package io.gnomon.benchmarks.report;

import java.util.List;

/**
 * One line of a plot.
 *
 * @param name for the legend
 * @param points from left to right
 */
public record Line(String name, List<Point> points) {

  /**
   * A point of a line.
   *
   * @param x in the plot's unit; more than 0 if its axis is logarithmic
   * @param y in the plot's unit
   * @param low the smallest that was measured there, or y
   * @param high the largest that was measured there, or y
   */
  public record Point(double x, double y, double low, double high) {

    /**
     * A point without a spread.
     *
     * @param x in the plot's unit
     * @param y in the plot's unit
     */
    public Point(double x, double y) {
      this(x, y, y, y);
    }
  }
}
