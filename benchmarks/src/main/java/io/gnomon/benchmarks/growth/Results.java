package io.gnomon.benchmarks.growth;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was measured, by figure, line and point. Used by one thread. */
final class Results {

  private record Key(Dimension dimension, Figure figure, String line, int count) {}

  private final Map<Key, Sample> samples = new HashMap<>();

  void add(Dimension dimension, Figure figure, String line, int count, double value) {
    samples
        .computeIfAbsent(new Key(dimension, figure, line, count), key -> new Sample())
        .add(value);
  }

  Sample sample(Dimension dimension, Figure figure, String line, int count) {
    Sample sample = samples.get(new Key(dimension, figure, line, count));
    if (sample == null) {
      throw new IllegalArgumentException(
          dimension.key() + " " + figure.key() + ", " + line + ", " + count);
    }
    return sample;
  }

  /** How a line grows, by its medians. */
  Fit fit(Dimension dimension, Figure figure, String line) {
    List<Fit.Point> points =
        dimension.points().stream()
            .map(x -> new Fit.Point(x, sample(dimension, figure, line, x).median()))
            .toList();
    return Fit.of(points, figure.least());
  }
}
