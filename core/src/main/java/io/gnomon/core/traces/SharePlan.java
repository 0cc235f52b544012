package io.gnomon.core.traces;

import java.util.List;

/**
 * How the cap is shared within one second, by what was asked for in the second before. Immutable.
 *
 * <p>A class may take what those before it leave; the first leaves a part of the cap to none. As
 * long as that is enough for all, first come first served. Else the routes share it by max-min
 * fairness: each gets what it asked for, up to a level that is the same for all; a reserve is left
 * for routes that asked for nothing.
 */
final class SharePlan {

  /** One of so many is set apart. */
  private static final int PART = 8;

  final int second;

  private final int[] limits = new int[TraceCap.CLASSES];
  private final boolean[] scarce = new boolean[TraceCap.CLASSES];
  private final int[] reserves = new int[TraceCap.CLASSES];
  private final int[] levels = new int[TraceCap.CLASSES];
  private final int[] rests = new int[TraceCap.CLASSES];

  /**
   * Plans a second.
   *
   * @param cap how many are kept in it at most
   * @param routes all that ever asked
   */
  SharePlan(int second, int cap, List<RouteShare> routes) {
    this.second = second;
    long left = cap;
    for (int kind = 0; kind < TraceCap.CLASSES; kind++) {
      long asked = asked(routes, kind, Integer.MAX_VALUE);
      limits[kind] = (int) left;
      scarce[kind] = asked > left;
      if (scarce[kind]) {
        share(routes, kind, (int) left);
      }
      long held = kind == TraceCap.FIRST ? setApart(cap) : 0;
      left -= Math.min(left, Math.max(held, asked));
    }
  }

  /** Which part of so many is set apart; none of one. */
  static int setApart(int all) {
    return all < 2 ? 0 : Math.max(1, all / PART);
  }

  /** What all asked for in the second before, of each route so many at most. */
  private long asked(List<RouteShare> routes, int kind, int most) {
    long sum = 0;
    for (RouteShare route : routes) {
      sum += Math.min(most, route.asked(kind, second - 1));
    }
    return sum;
  }

  private void share(List<RouteShare> routes, int kind, int limit) {
    int reserve = setApart(limit);
    int low = 0;
    int high = limit - reserve;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (asked(routes, kind, middle) <= limit - reserve) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    reserves[kind] = reserve;
    levels[kind] = low;
    rests[kind] = limit - reserve - (int) asked(routes, kind, low);
  }

  /** What a class may take. */
  int limit(int kind) {
    return limits[kind];
  }

  /** Whether a class asked for more than it may take, so that its routes have to share. */
  boolean isScarce(int kind) {
    return scarce[kind];
  }

  /** What is set apart for routes that asked for nothing. */
  int reserve(int kind) {
    return reserves[kind];
  }

  /** What a route gets for sure, at most. */
  int level(int kind) {
    return levels[kind];
  }

  /** What is left when all have the level or what they asked for: too little for one more each. */
  int rest(int kind) {
    return rests[kind];
  }
}
