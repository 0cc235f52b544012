package io.gnomon.benchmarks.overhead.figures;

import java.util.Locale;

/**
 * What Gnomon may add over no agent.
 *
 * @param ratio at most this share of what OpenTelemetry's agent adds; infinite for any
 * @param most at most this, in the figure's own unit before it is shown; infinite for any
 */
public record Goal(double ratio, double most) {

  /** Anything goes. */
  public static final Goal NONE = new Goal(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

  /**
   * A share of what OpenTelemetry's agent adds.
   *
   * @param parts of how many parts it may be one
   * @return the goal
   */
  public static Goal part(int parts) {
    return new Goal(1.0 / parts, Double.POSITIVE_INFINITY);
  }

  /**
   * A limit whatever others add.
   *
   * @param most what may be added
   * @return the goal
   */
  public static Goal most(double most) {
    return new Goal(Double.POSITIVE_INFINITY, most);
  }

  /**
   * This and a limit.
   *
   * @param limit what may be added
   * @return both
   */
  public Goal and(double limit) {
    return new Goal(ratio, limit);
  }

  /**
   * Whether it takes another agent to tell.
   *
   * @return false if there is no ratio
   */
  public boolean isRelative() {
    return Double.isFinite(ratio);
  }

  /**
   * As the report says it.
   *
   * @param unit the figure's
   * @return empty for none
   */
  public String text(Unit unit) {
    String share = isRelative() ? String.format(Locale.ROOT, "1/%d", Math.round(1 / ratio)) : "";
    if (!Double.isFinite(most)) {
      return share;
    }
    String limit = ("≤ " + unit.format(most) + " " + unit.symbol()).strip();
    return share.isEmpty() ? limit : share + ", " + limit;
  }
}
