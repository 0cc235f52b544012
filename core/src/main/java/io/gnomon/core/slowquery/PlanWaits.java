package io.gnomon.core.slowquery;

import io.gnomon.core.clock.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Slow queries whose telling waits for a plan; as many as the {@link PlanSource} accepts. Each is
 * told exactly once, and a plan that comes later is dropped. For any thread.
 */
final class PlanWaits {

  /** How long a plan is waited for: a pool may keep who asks it waiting for ever. */
  static final long MAX_WAIT_NANOS = 30_000_000_000L;

  private final Set<Wait> waits = ConcurrentHashMap.newKeySet();
  private final Clock clock;
  private final SlowQueryTeller teller;
  private volatile boolean finished;

  PlanWaits(Clock clock, SlowQueryTeller teller) {
    this.clock = clock;
    this.teller = teller;
  }

  /** Begins to wait for the plan of a slow query. */
  PlanReceiver of(SlowQuery slowQuery) {
    Wait wait = new Wait(slowQuery, clock.nanoTime());
    waits.add(wait);
    return wait;
  }

  /** Whether plans come too late. */
  boolean isFinished() {
    return finished;
  }

  /** Tells without a plan what has waited for one too long. */
  void tellOverdue() {
    if (waits.isEmpty()) {
      return;
    }
    long now = clock.nanoTime();
    for (Wait wait : waits) {
      if (now - wait.sinceNanos >= MAX_WAIT_NANOS) {
        wait.plan(null);
      }
    }
  }

  /** Tells what waits without a plan; what comes later is told at once. */
  void finish() {
    finished = true;
    for (Wait wait : waits) {
      wait.plan(null);
    }
  }

  private final class Wait implements PlanReceiver {

    private final SlowQuery slowQuery;
    private final long sinceNanos;
    private final AtomicBoolean told = new AtomicBoolean();

    Wait(SlowQuery slowQuery, long sinceNanos) {
      this.slowQuery = slowQuery;
      this.sinceNanos = sinceNanos;
    }

    @Override
    public void plan(@Nullable String plan) {
      if (told.compareAndSet(false, true)) {
        waits.remove(this);
        teller.tell(slowQuery, plan);
      }
    }
  }
}
