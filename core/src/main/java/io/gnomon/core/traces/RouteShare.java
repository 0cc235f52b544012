package io.gnomon.core.traces;

/**
 * What one route asked for and got of the cap, by class, in this second and the one before. Any
 * thread, lock-free.
 */
final class RouteShare {

  private static final int PLACES = 3;
  private static final int TAKEN = 2;

  /** Of each class: what was asked for in an even second, in an odd one, and what was taken. */
  private final SecondCounts counts = new SecondCounts(TraceCap.CLASSES * PLACES);

  /** One more request of this second is to be kept. */
  void ask(int kind, int second) {
    counts.take(kind * PLACES + (second & 1), second, Integer.MAX_VALUE);
  }

  /** How many were to be kept in a second: this one or the one before. */
  int asked(int kind, int second) {
    return counts.count(kind * PLACES + (second & 1), second);
  }

  /** Takes one more, unless it has so many already. */
  boolean take(int kind, int second, int most) {
    return counts.take(kind * PLACES + TAKEN, second, most);
  }
}
