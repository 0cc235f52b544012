package io.gnomon.benchmarks.overhead.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;

/**
 * The values of one figure, one per round.
 *
 * @param values in the order of the rounds
 */
public record Sample(List<Double> values) {

  /**
   * Whether nothing was measured.
   *
   * @return true if there are no values
   */
  public boolean isEmpty() {
    return values.isEmpty();
  }

  /**
   * The one in the middle, or the mean of the two there.
   *
   * @return of at least one value
   */
  public double median() {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  /**
   * The smallest.
   *
   * @return of at least one value
   */
  public double min() {
    return values.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
  }

  /**
   * The largest.
   *
   * @return of at least one value
   */
  public double max() {
    return values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
  }

  /**
   * The difference to another sample, round by round: what drifts over the run drops out.
   *
   * @param other of the same rounds, or empty for zero
   * @return one difference per round
   */
  public Sample minus(Sample other) {
    return other.isEmpty() ? this : pairs(other, (mine, others) -> mine - others);
  }

  /**
   * The ratio to another sample, round by round.
   *
   * @param other of the same rounds
   * @return one ratio per round
   */
  public Sample over(Sample other) {
    return pairs(other, (mine, others) -> mine / others);
  }

  /**
   * The same with the sign turned.
   *
   * @return as many values
   */
  public Sample negated() {
    return new Sample(values.stream().map(value -> -value).toList());
  }

  private Sample pairs(Sample other, DoubleBinaryOperator operation) {
    List<Double> results = new ArrayList<>();
    for (int i = 0; i < Math.min(values.size(), other.values.size()); i++) {
      results.add(operation.applyAsDouble(values.get(i), other.values.get(i)));
    }
    return new Sample(results);
  }
}
