package io.gnomon.core.traces;

/** Why a trace is kept: one bit a reason, the first in order the lowest. */
final class KeptReasons {

  /** The request failed. */
  static final int ERROR = 1;

  /** It took longer than what is slow for its route. */
  static final int SLOW = 1 << 1;

  /** One of its queries was slow. */
  static final int SLOW_QUERY = 1 << 2;

  /** One of its queries ran again and again. */
  static final int N_PLUS_ONE = 1 << 3;

  /** It went over a limit of a budget. */
  static final int BUDGET = 1 << 4;

  /** Upstream records the trace. */
  static final int UPSTREAM = 1 << 5;

  /** A service downstream was told that the trace is sampled. */
  static final int TOLD = 1 << 6;

  /** The trace is of the share that is always kept. */
  static final int BASELINE = 1 << 7;

  /** Every trace is. */
  static final int ALL = 1 << 8;

  private static final int OF_ITSELF = ERROR | SLOW | SLOW_QUERY | N_PLUS_ONE | BUDGET;
  private static final int OF_OTHERS = UPSTREAM | TOLD;

  private static final String[] NAMES = {
    "error", "slow", "slow_query", "n_plus_one", "budget", "upstream", "told", "baseline", "all"
  };

  private KeptReasons() {}

  /**
   * The reasons in words.
   *
   * @param reasons one bit a reason
   * @return {@code gnomon.kept}: their names, as {@code error,slow}; empty for none
   */
  static String text(int reasons) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < NAMES.length; i++) {
      if ((reasons & (1 << i)) != 0) {
        text.append(text.length() == 0 ? "" : ",").append(NAMES[i]);
      }
    }
    return text.toString();
  }

  /** How many reasons there are. */
  static int count() {
    return NAMES.length;
  }

  /** The index of the first of some reasons; not for none. */
  static int first(int reasons) {
    return Integer.numberOfTrailingZeros(reasons);
  }

  /** The name of the reason at an index. */
  static String name(int index) {
    return NAMES[index];
  }

  /** The class that reasons give a trace under a cap: 0 for the one that comes first. */
  static int kind(int reasons) {
    if ((reasons & OF_ITSELF) != 0) {
      return 0;
    }
    return (reasons & OF_OTHERS) != 0 ? 1 : 2;
  }
}
