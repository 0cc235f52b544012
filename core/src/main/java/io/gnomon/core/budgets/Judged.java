package io.gnomon.core.budgets;

import io.gnomon.core.request.RequestRecord;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * One route held against one rule. {@link #count} is for any thread, lock-free, and allocates only
 * for a request that is over the limit and worse than those of its slice before it; all else is for
 * who judges, one at a time.
 *
 * <p>A request is one addition of one number, so no look ever sees half of one: its lower half
 * counts requests, its upper half those over the limit. The difference of two sums is right as long
 * as fewer than 2^32 requests of one route end within a window.
 */
final class Judged {

  private static final int HALF = 32;
  private static final long REQUEST = 1;
  private static final long OVER = 1L << HALF;
  private static final long REQUESTS_MASK = OVER - 1;

  private final Rule rule;
  private final String route;
  private final LongAdder counts = new LongAdder();
  private final AtomicReference<@Nullable WorstRequest> worstOfSlice = new AtomicReference<>();

  private final SlidingWindow window;
  private @Nullable WorstRequest worstKnown;
  private long sum;
  private long grown;
  private long runRequests;
  private long runOver;
  private boolean judged;
  private boolean breached;
  private long breaches;

  /** Since when it is within its budget again, while it counts as broken. */
  private long withinSinceNanos;

  private boolean within = true;

  Judged(Rule rule, String route, long nowNanos) {
    this.rule = rule;
    this.route = route;
    this.window = new SlidingWindow(rule.windowNanos, nowNanos);
  }

  /** Counts a request that has ended, and marks one that is over the limit. */
  void count(RequestRecord record) {
    if (!rule.isOver(record)) {
      counts.add(REQUEST);
      return;
    }
    record.overBudget();
    WorstRequest worst = worstOfSlice.get();
    if (worst == null || size(record) > rule.size(worst)) {
      offer(Worst.of(rule.objective, record));
    }
    counts.add(REQUEST + OVER); // After it, so that who sees a broken budget sees why.
  }

  private void offer(WorstRequest candidate) {
    WorstRequest worst;
    do {
      worst = worstOfSlice.get();
      if (rule.worse(worst, candidate) != candidate) {
        return;
      }
    } while (!worstOfSlice.compareAndSet(worst, candidate));
  }

  private long size(RequestRecord record) {
    return rule.size(record.elapsedNanos(), record.queries(), record.queryNanos());
  }

  /**
   * Judges what was counted so far.
   *
   * @return whether it broke or recovered just now
   */
  boolean judge(long nowNanos) {
    if (window.isDue(nowNanos)) {
      window.turn(nowNanos, worstOfSlice.getAndSet(null));
    }
    long before = sum;
    sum = counts.sum();
    runRequests += requests(sum - before);
    runOver += over(sum - before);
    grown = window.grown(sum);
    judged |= rule.isEnough(requests(grown));
    return change(rule.isBroken(requests(grown), over(grown)), nowNanos);
  }

  /** Breaks at once, recovers when it has been within its budget for a slice. */
  private boolean change(boolean broken, long nowNanos) {
    if (broken) {
      within = false;
      boolean broke = !breached;
      breached = true;
      breaches += broke ? 1 : 0;
      return broke;
    }
    if (!within) {
      within = true;
      withinSinceNanos = nowNanos;
    }
    boolean recovered = breached && nowNanos - withinSinceNanos >= window.sliceNanos();
    breached &= !recovered;
    return recovered;
  }

  private static long requests(long grown) {
    return grown & REQUESTS_MASK;
  }

  private static long over(long grown) {
    return grown >>> HALF;
  }

  /** As of the last judgement. */
  Verdict verdict() {
    WorstRequest worst = rule.worse(window.worst(rule), worstOfSlice.get());
    worstKnown = worst == null ? worstKnown : worst;
    return rule.verdict(route)
        .window(requests(grown), over(grown))
        .run(runRequests, runOver)
        .judged(judged)
        .breached(breached, breaches)
        .worst(worstKnown)
        .build();
  }
}
