package io.gnomon.benchmarks.overhead;

import java.util.ArrayList;
import java.util.List;

/**
 * The values of one figure, one per round.
 *
 * @param values in the order of the rounds
 */
record Sample(List<Double> values) {

  boolean isEmpty() {
    return values.isEmpty();
  }

  double median() {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  double min() {
    return values.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
  }

  double max() {
    return values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
  }

  /** The difference to another sample, round by round: what drifts over the run drops out. */
  Sample minus(Sample other) {
    if (other.isEmpty()) {
      return this;
    }
    List<Double> differences = new ArrayList<>();
    for (int i = 0; i < Math.min(values.size(), other.values.size()); i++) {
      differences.add(values.get(i) - other.values.get(i));
    }
    return new Sample(differences);
  }
}
