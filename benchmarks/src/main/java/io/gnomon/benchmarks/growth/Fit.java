package io.gnomon.benchmarks.growth;

import java.util.List;

/**
 * How a figure grows.
 *
 * @param slope of the straight line with the least squares
 * @param intercept of that line
 * @param verdict in which way
 */
record Fit(double slope, double intercept, Verdict verdict) {

  /** In which way something grows. */
  enum Verdict {
    /** It does not, but for what may be an accident. */
    FLAT("flat"),
    /** It does, and ever less: it has a bound, or a step. */
    BOUNDED("levels off"),
    /** Twice as much costs twice as much more. */
    LINEAR("linear"),
    /** Twice as much costs more than twice as much more. */
    WORSE("**worse than linear**");

    private final String words;

    Verdict(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  /**
   * A measured point.
   *
   * @param x how much there is
   * @param y what it costs
   */
  record Point(double x, double y) {}

  /** What it may grow by over the whole range and still be flat. */
  private static final double FLAT = 0.25;

  private static final double LEAST_EXPONENT = 0.8;
  private static final double MOST_EXPONENT = 1.25;

  /**
   * Judges.
   *
   * @param points ascending, two or more
   * @param least a difference that is nothing
   */
  static Fit of(List<Point> points, double least) {
    double meanX = points.stream().mapToDouble(Point::x).average().orElseThrow();
    double meanY = points.stream().mapToDouble(Point::y).average().orElseThrow();
    double xy = points.stream().mapToDouble(p -> (p.x() - meanX) * (p.y() - meanY)).sum();
    double xx = points.stream().mapToDouble(p -> (p.x() - meanX) * (p.x() - meanX)).sum();
    double slope = xy / xx;
    return new Fit(slope, meanY - slope * meanX, verdict(points, least));
  }

  /**
   * By the exponent of what is added since the first point, over the end of the range: 1 is linear.
   * What is nothing counts as the most that it may be, so that the exponent is at least so large.
   */
  private static Verdict verdict(List<Point> points, double least) {
    Point first = points.get(0);
    Point last = points.get(points.size() - 1);
    Point before = before(points);
    double nothing = Math.max(least, FLAT * first.y());
    double added = last.y() - first.y();
    if (added <= nothing) {
      double most = points.stream().mapToDouble(Point::y).max().orElseThrow();
      return most - first.y() <= nothing ? Verdict.FLAT : Verdict.BOUNDED;
    }
    if (points.size() == 2) {
      return Verdict.LINEAR;
    }
    double addedBefore = Math.max(nothing, before.y() - first.y());
    double exponent =
        Math.log(added / addedBefore) / Math.log((last.x() - first.x()) / (before.x() - first.x()));
    if (exponent < LEAST_EXPONENT && before.y() - first.y() > nothing) {
      return Verdict.BOUNDED;
    }
    return exponent > MOST_EXPONENT ? Verdict.WORSE : Verdict.LINEAR;
  }

  /** The last point with a quarter of the last one's x at most: nearer ones tell of accidents. */
  private static Point before(List<Point> points) {
    double last = points.get(points.size() - 1).x();
    for (int i = points.size() - 2; i > 0; i--) {
      if (4 * points.get(i).x() <= last) {
        return points.get(i);
      }
    }
    return points.get(Math.max(0, points.size() - 2));
  }
}
