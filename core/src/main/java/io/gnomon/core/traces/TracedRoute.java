package io.gnomon.core.traces;

import org.jspecify.annotations.Nullable;

/** One route: what is slow for it, and its share of the cap. Any thread. */
final class TracedRoute {

  private final long fixedNanos;
  private final @Nullable SlowLimit limit;

  /** Null until a request of it is to be kept. */
  private volatile @Nullable RouteShare share;

  /**
   * A route without requests.
   *
   * @param fixedNanos what is slow, if there is no limit of its own
   * @param limit its own, or null
   */
  TracedRoute(long fixedNanos, @Nullable SlowLimit limit) {
    this.fixedNanos = fixedNanos;
    this.limit = limit;
  }

  /** What takes longer is slow. */
  long slowNanos() {
    return limit == null ? fixedNanos : limit.nanos();
  }

  /** Counts a request that has ended. */
  void count(long elapsedNanos) {
    if (limit != null) {
      limit.count(elapsedNanos);
    }
  }

  void computeLimit(long nowNanos) {
    if (limit != null) {
      limit.compute(nowNanos);
    }
  }

  /** Its share of a cap, there being one cap only. */
  RouteShare shareOf(TraceCap cap) {
    RouteShare known = share;
    return known == null ? makeShare(cap) : known;
  }

  private synchronized RouteShare makeShare(TraceCap cap) {
    RouteShare known = share;
    if (known == null) {
      known = cap.newShare();
      share = known;
    }
    return known;
  }
}
