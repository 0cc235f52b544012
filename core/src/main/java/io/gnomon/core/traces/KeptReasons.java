package io.gnomon.core.traces;

/** Why a trace is kept: one bit a reason. */
final class KeptReasons {

  /** Every trace is. */
  static final int ALL = 1;

  private KeptReasons() {}

  /**
   * The reasons in words.
   *
   * @param reasons one bit a reason
   * @return {@code gnomon.kept}
   */
  static String text(int reasons) {
    return (reasons & ALL) == 0 ? "" : "all";
  }
}
