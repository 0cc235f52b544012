package io.gnomon.benchmarks.overhead.figures;

/** Whether a goal is met. */
public enum Verdict {
  /** There is no goal, or nothing to hold it against. */
  OPEN(""),
  /** Even the worst round reaches it, or the middle one if it is told apart from noise. */
  MET("met"),
  /** What is added is not told apart from noise, and the noise is larger than the goal. */
  LOST_IN_NOISE("lost in noise"),
  /** It is missed. */
  MISSED("not met");

  private final String text;

  Verdict(String text) {
    this.text = text;
  }

  /**
   * As the report says it.
   *
   * @return empty if open
   */
  public String text() {
    return text;
  }

  /**
   * Holds a cost against a goal. One round alone reaches and misses none: it can't be told apart
   * from noise.
   *
   * @param goal what is to be reached
   * @param own what Gnomon adds
   * @param other what OpenTelemetry's agent adds, empty if it did not run
   * @return the worse of ratio and limit
   */
  public static Verdict of(Goal goal, Cost own, Cost other) {
    if (!own.isRepeated() || own.isEmpty() || goal.equals(Goal.NONE)) {
      return OPEN;
    }
    double allowed = goal.most();
    if (goal.isRelative()) {
      if (other.isEmpty()) {
        return OPEN;
      }
      if (other.isNoise()) {
        return LOST_IN_NOISE;
      }
      allowed = Math.min(allowed, goal.ratio() * other.median());
    }
    if (own.atMost() <= allowed) {
      return MET;
    }
    return own.isNoise() ? LOST_IN_NOISE : MISSED;
  }
}
