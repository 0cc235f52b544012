package io.gnomon.benchmarks.growth;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.benchmarks.growth.Fit.Point;
import io.gnomon.benchmarks.growth.Fit.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class FitTest {

  private static final Offset<Double> TINY = Offset.offset(1e-9);
  private static final double LEAST = 20;

  private static List<Point> points(DoubleUnaryOperator y, double... xs) {
    List<Point> points = new ArrayList<>();
    for (double x : xs) {
      points.add(new Point(x, y.applyAsDouble(x)));
    }
    return points;
  }

  private static Fit decades(DoubleUnaryOperator y) {
    return Fit.of(points(y, 10, 100, 1_000, 10_000, 100_000), LEAST);
  }

  @Test
  void aStraightLineHasItsSlope() {
    Fit fit = decades(x -> 100 + 3 * x);

    assertThat(fit.slope()).isCloseTo(3, TINY);
    assertThat(fit.intercept()).isCloseTo(100, Offset.offset(1e-6));
    assertThat(fit.verdict()).isEqualTo(Verdict.LINEAR);
  }

  @Test
  void theSlopeIsThatOfTheLeastSquares() {
    Fit fit = Fit.of(List.of(new Point(1, 1), new Point(2, 3), new Point(3, 2)), 0);

    assertThat(fit.slope()).isCloseTo(0.5, TINY);
    assertThat(fit.intercept()).isCloseTo(1, TINY);
  }

  @Test
  void whatHardlyGrowsIsFlat() {
    assertThat(decades(x -> 100).verdict()).isEqualTo(Verdict.FLAT);
    assertThat(decades(x -> 100 + Math.log10(x) * 4).verdict()).isEqualTo(Verdict.FLAT);
    assertThat(decades(x -> 100 - Math.log10(x) * 4).verdict()).isEqualTo(Verdict.FLAT);
    assertThat(decades(x -> x > 1_000 ? 19 : 0).verdict()).isEqualTo(Verdict.FLAT);
  }

  @Test
  void aStepLevelsOff() {
    assertThat(decades(x -> x > 2_000 ? 900 : 100).verdict()).isEqualTo(Verdict.BOUNDED);
    assertThat(decades(x -> x == 1_000 ? 900 : 100).verdict()).isEqualTo(Verdict.BOUNDED);
  }

  @Test
  void aSquareIsWorseThanLinear() {
    assertThat(decades(x -> 100 + x * x / 1_000).verdict()).isEqualTo(Verdict.WORSE);
    assertThat(decades(x -> 100 + Math.pow(x, 1.5) / 100).verdict()).isEqualTo(Verdict.WORSE);
  }

  @Test
  void whatBreaksOutAtTheEndIsWorseThanLinear() {
    assertThat(decades(x -> x == 100_000 ? 10_000 : 100).verdict()).isEqualTo(Verdict.WORSE);
  }

  @Test
  void oneStepUpAtTheEndMayBeLinear() {
    assertThat(decades(x -> 100 + x / 1_000).verdict()).isEqualTo(Verdict.LINEAR);
  }

  @Test
  void twoPointsAreALine() {
    assertThat(Fit.of(points(x -> x * x, 1, 100), LEAST).verdict()).isEqualTo(Verdict.LINEAR);
  }

  @Test
  void anAccidentNearTheEndMakesNothingWorse() {
    List<Point> points =
        List.of(
            new Point(10, 100),
            new Point(5_000, 600),
            new Point(10_000, 900),
            new Point(20_000, 2_100));

    assertThat(Fit.of(points, LEAST).verdict()).isEqualTo(Verdict.LINEAR);
  }
}
