package io.gnomon.benchmarks.overhead.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictTest {

  private static final Goal TENTH_AND_FIVE = Goal.part(10).and(5);
  private static final Cost OTHER = cost(90, 100, 110);

  private static Cost cost(Double... rounds) {
    return new Cost(new Sample(List.of(rounds)), true);
  }

  private static Cost cost(int first, int second, int third) {
    return cost((double) first, (double) second, (double) third);
  }

  @Test
  void aShareAndALimitAreBothToBeReached() {
    assertThat(Verdict.of(TENTH_AND_FIVE, cost(4, 5, 6), OTHER)).isEqualTo(Verdict.MET);
    assertThat(Verdict.of(TENTH_AND_FIVE, cost(5, 6, 7), OTHER)).isEqualTo(Verdict.MISSED);
    assertThat(Verdict.of(Goal.part(10), cost(9, 10, 11), OTHER)).isEqualTo(Verdict.MET);
    assertThat(Verdict.of(Goal.part(10), cost(9, 11, 12), OTHER)).isEqualTo(Verdict.MISSED);
  }

  @Test
  void noiseReachesAGoalByItsWorstRoundOrNotAtAll() {
    assertThat(Verdict.of(Goal.part(10), cost(-1, 2, 10), OTHER)).isEqualTo(Verdict.MET);
    assertThat(Verdict.of(Goal.part(10), cost(-1, 2, 11), OTHER)).isEqualTo(Verdict.LOST_IN_NOISE);
  }

  @Test
  void aShareOfNoiseIsNoGoal() {
    assertThat(Verdict.of(Goal.part(10), cost(1, 1, 1), cost(-1, 100, 100)))
        .isEqualTo(Verdict.LOST_IN_NOISE);
  }

  @Test
  void staysOpenWithoutAGoalOrWithoutTheOther() {
    Cost nothing = cost();

    assertThat(Verdict.of(Goal.NONE, cost(1, 1, 1), OTHER)).isEqualTo(Verdict.OPEN);
    assertThat(Verdict.of(Goal.part(10), cost(1, 1, 1), nothing)).isEqualTo(Verdict.OPEN);
    assertThat(Verdict.of(Goal.most(1), nothing, OTHER)).isEqualTo(Verdict.OPEN);
    assertThat(Verdict.of(Goal.most(1), cost(1, 1, 1), nothing)).isEqualTo(Verdict.MET);
  }

  @Test
  void oneRoundReachesNothingUnlessItIsExact() {
    Cost once = cost(1.0);
    Cost exact = new Cost(new Sample(List.of(1.0)), false);

    assertThat(Verdict.of(Goal.most(5), once, OTHER)).isEqualTo(Verdict.OPEN);
    assertThat(Verdict.of(Goal.most(5), exact, OTHER)).isEqualTo(Verdict.MET);
  }

  @Test
  void lessThroughputIsACost() {
    Figures figures = new Figures();
    Figure throughput = Figure.throughput("`/hello`");
    figures.add(throughput, "none", 1_000);
    figures.add(throughput, "agent", 900);

    assertThat(Cost.of(throughput, figures, "agent", "none").median()).isEqualTo(100);
  }

  @Test
  void goalsAreSaidInTheFiguresUnit() {
    assertThat(Figure.RSS.goal().text(Unit.MEGABYTES)).isEqualTo("1/4, ≤ 25.0 MB");
    assertThat(Goal.most(2).text(Unit.COUNT)).isEqualTo("≤ 2");
    assertThat(Goal.NONE.text(Unit.COUNT)).isEmpty();
  }
}
