package io.gnomon.benchmarks.overhead.figures;

/**
 * What an agent costs by one figure: its differences to no agent, turned so that more is worse.
 *
 * @param rounds one difference per round
 * @param measured whether there was a run without an agent to differ from; else it is exact
 */
public record Cost(Sample rounds, boolean measured) {

  /**
   * The cost of a contender.
   *
   * @param figure by what
   * @param figures all values
   * @param contender its name
   * @param base the name of the run without an agent
   * @return empty if it has no values
   */
  public static Cost of(Figure figure, Figures figures, String contender, String base) {
    Sample without = figures.sample(figure, base);
    Sample difference = figures.sample(figure, contender).minus(without);
    return new Cost(figure.costsWhenMore() ? difference : difference.negated(), !without.isEmpty());
  }

  /**
   * Whether there is none to tell of.
   *
   * @return true if nothing was measured
   */
  public boolean isEmpty() {
    return rounds.isEmpty();
  }

  /**
   * What is added, as the middle of the rounds has it.
   *
   * @return of at least one round
   */
  public double median() {
    return rounds.median();
  }

  /**
   * Whether it can't be told apart from none: in some round the agent seemed to add nothing, or to
   * give something back, and it can't do that.
   *
   * @return true if the differences don't all have the sign of a cost
   */
  public boolean isNoise() {
    return measured && !isEmpty() && rounds.min() <= 0;
  }

  /**
   * Whether there is more than one round, or nothing that rounds could differ in.
   *
   * @return false if noise can't be seen
   */
  public boolean isRepeated() {
    return !measured || rounds.values().size() > 1;
  }

  /**
   * What it is at most: the middle if that is told apart from noise, else the worst round.
   *
   * @return of at least one round
   */
  public double atMost() {
    return isNoise() ? rounds.max() : median();
  }
}
