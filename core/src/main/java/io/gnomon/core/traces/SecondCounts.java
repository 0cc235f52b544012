package io.gnomon.core.traces;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Counts of one second each, in as many places as asked for: a place that is used in a new second
 * begins with 0. Any thread, lock-free, without an allocation.
 *
 * <p>A place holds its second in the upper half and the count in the lower one, so both change
 * together. Who comes late, with a second that is over in a place already, counts in the newer one:
 * no second ever counts more than was allowed for it.
 */
final class SecondCounts {

  private static final int HALF = 32;
  private static final long COUNT_MASK = (1L << HALF) - 1;

  private final AtomicLongArray places;

  /** All places are at second 0 and empty. */
  SecondCounts(int places) {
    this.places = new AtomicLongArray(places);
  }

  /** Counts one more, unless there are so many in that second already. */
  boolean take(int place, int second, int most) {
    long before;
    long after;
    do {
      before = places.get(place);
      after = second > second(before) ? (long) second << HALF : before;
      if ((after & COUNT_MASK) >= most) {
        return false;
      }
    } while (!places.compareAndSet(place, before, after + 1));
    return true;
  }

  /** How many there are in a second; 0 for another than the last that counted. */
  int count(int place, int second) {
    long packed = places.get(place);
    return second(packed) == second ? (int) (packed & COUNT_MASK) : 0;
  }

  private static int second(long packed) {
    return (int) (packed >>> HALF);
  }
}
