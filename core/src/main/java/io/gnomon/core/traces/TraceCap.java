package io.gnomon.core.traces;

import io.gnomon.core.clock.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets so many traces through per second, never more: those of the first class before those of the
 * second before those of the third, and within a class fairly between routes. Decides at once, by
 * what was asked for in the second before; see {@link SharePlan}. A part of the cap is for the
 * first class alone, to the end of each second, whatever was asked for.
 *
 * <p>Any thread, lock-free and without an allocation, but for the first of each second: it plans
 * the second, while the others go on by the plan before.
 */
final class TraceCap {

  /** How many classes there are. */
  static final int CLASSES = 3;

  /** The first class. */
  static final int FIRST = 0;

  private static final long SECOND_NANOS = 1_000_000_000L;

  /** In the last part of a second, nobody new having come, the reserve is for all. */
  private static final long LATE_NANOS = SECOND_NANOS - SECOND_NANOS / 16;

  private static final int TOTAL = 0;
  private static final int OF_CLASS = 1;
  private static final int RESTS = OF_CLASS + CLASSES;
  private static final int RESERVES = RESTS + CLASSES;
  private static final int BEHIND_FIRST = RESERVES + CLASSES;
  private static final int PLACES = BEHIND_FIRST + 1;

  private final int cap;
  private final int capBehindFirst;
  private final Clock clock;
  private final long startNanos;
  private final SecondCounts taken = new SecondCounts(PLACES);
  private final ReentrantLock planning = new ReentrantLock();

  /** Guarded by {@link #planning}. */
  private final List<RouteShare> shares = new ArrayList<>();

  private volatile SharePlan plan;

  /**
   * A cap of which nothing is taken.
   *
   * @param cap how many are let through per second
   */
  TraceCap(int cap, Clock clock) {
    this.cap = cap;
    this.capBehindFirst = cap - SharePlan.setApart(cap);
    this.clock = clock;
    this.startNanos = clock.nanoTime();
    this.plan = new SharePlan(0, cap, shares);
  }

  /** The share of one more route; bounded by who keeps routes. */
  RouteShare newShare() {
    RouteShare share = new RouteShare();
    planning.lock();
    try {
      shares.add(share);
    } finally {
      planning.unlock();
    }
    return share;
  }

  /**
   * Asks for one more trace.
   *
   * @param kind its class: 0 for the first
   * @param route the share of its route
   * @return whether it may be kept
   */
  boolean admit(int kind, RouteShare route) {
    long nanos = clock.nanoTime() - startNanos;
    int second = (int) (nanos / SECOND_NANOS);
    SharePlan now = plan(second);
    route.ask(kind, second);
    return hasRoom(kind, second)
        && mayTake(now, kind, route, second, nanos % SECOND_NANOS >= LATE_NANOS)
        && takeRoom(kind, second);
  }

  private boolean hasRoom(int kind, int second) {
    return taken.count(TOTAL, second) < cap
        && (kind == FIRST || taken.count(BEHIND_FIRST, second) < capBehindFirst);
  }

  private boolean takeRoom(int kind, int second) {
    return (kind == FIRST || taken.take(BEHIND_FIRST, second, capBehindFirst))
        && taken.take(TOTAL, second, cap);
  }

  private SharePlan plan(int second) {
    SharePlan known = plan;
    if (known.second >= second || !planning.tryLock()) {
      return known;
    }
    try {
      if (plan.second < second) {
        plan = new SharePlan(second, cap, shares);
      }
      return plan;
    } finally {
      planning.unlock();
    }
  }

  private boolean mayTake(SharePlan now, int kind, RouteShare route, int second, boolean late) {
    if (!now.isScarce(kind)) {
      return taken.take(OF_CLASS + kind, second, now.limit(kind));
    }
    int asked = route.asked(kind, second - 1);
    if (route.take(kind, second, Math.min(asked, now.level(kind)))) {
      return true;
    }
    if (route.take(kind, second, now.level(kind) + 1) && takeOneMore(now, kind, asked, second)) {
      return true;
    }
    return late && taken.take(RESERVES + kind, second, now.reserve(kind));
  }

  private boolean takeOneMore(SharePlan now, int kind, int asked, int second) {
    return asked > 0
        ? taken.take(RESTS + kind, second, now.rest(kind))
        : taken.take(RESERVES + kind, second, now.reserve(kind));
  }
}
