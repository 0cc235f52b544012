package io.gnomon.core.slowquery;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Slow queries whose telling waits for a plan; as many as the {@link PlanSource} accepts. Each is
 * told exactly once. For any thread.
 */
final class PlanWaits {

  private final Set<Wait> waits = ConcurrentHashMap.newKeySet();
  private final SlowQueryTeller teller;
  private volatile boolean finished;

  PlanWaits(SlowQueryTeller teller) {
    this.teller = teller;
  }

  /** Begins to wait for the plan of a slow query. */
  PlanReceiver of(SlowQuery slowQuery) {
    Wait wait = new Wait(slowQuery);
    waits.add(wait);
    return wait;
  }

  /** Whether plans come too late. */
  boolean isFinished() {
    return finished;
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
    private final AtomicBoolean told = new AtomicBoolean();

    Wait(SlowQuery slowQuery) {
      this.slowQuery = slowQuery;
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
