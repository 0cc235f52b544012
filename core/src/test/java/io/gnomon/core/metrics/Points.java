package io.gnomon.core.metrics;

import io.gnomon.core.attributes.AttributeSet;
import java.util.List;
import java.util.stream.Collectors;

/** Finds points in what was collected. */
public final class Points {

  private Points() {}

  /** All histogram points of an instrument; empty if it has none. */
  public static List<HistogramPoint> histograms(List<MetricSnapshot> snapshots, String name) {
    return snapshots.stream()
        .filter(snapshot -> snapshot.instrument().name().equals(name))
        .flatMap(snapshot -> snapshot.histograms().stream())
        .collect(Collectors.toList());
  }

  /** All number points of an instrument; empty if it has none. */
  public static List<NumberPoint> numbers(List<MetricSnapshot> snapshots, String name) {
    return snapshots.stream()
        .filter(snapshot -> snapshot.instrument().name().equals(name))
        .flatMap(snapshot -> snapshot.numbers().stream())
        .collect(Collectors.toList());
  }

  /** The one histogram point of a series. */
  public static HistogramPoint histogram(
      List<MetricSnapshot> snapshots, String name, AttributeSet attributes) {
    return histograms(snapshots, name).stream()
        .filter(point -> point.attributes().equals(attributes))
        .reduce(
            (one, two) -> {
              throw new AssertionError("twice: " + attributes);
            })
        .orElseThrow(() -> new AssertionError("none: " + attributes + " in " + name));
  }

  /** The value of a series of numbers. */
  public static long number(List<MetricSnapshot> snapshots, String name, AttributeSet attributes) {
    return (long)
        numbers(snapshots, name).stream()
            .filter(point -> point.attributes().equals(attributes))
            .findFirst()
            .orElseThrow(() -> new AssertionError("none: " + attributes + " in " + name))
            .value();
  }

  /** The sum of the counts of all series. */
  public static long totalCount(List<MetricSnapshot> snapshots, String name) {
    return histograms(snapshots, name).stream().mapToLong(HistogramPoint::count).sum();
  }

  /** What a reader of the buckets takes a percentile for. */
  public static long percentile(HistogramPoint point, double percentile) {
    long rank = Math.max(1, (long) Math.ceil(percentile / 100 * point.count()));
    long seen = 0;
    for (int i = 0; i < point.buckets(); i++) {
      seen += point.bucketCount(i);
      if (seen >= rank) {
        return point.bucketValue(i);
      }
    }
    throw new AssertionError("buckets hold " + seen + " of " + point.count());
  }
}
