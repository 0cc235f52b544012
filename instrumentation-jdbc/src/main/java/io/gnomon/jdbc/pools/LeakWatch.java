package io.gnomon.jdbc.pools;

import io.gnomon.core.Core;
import io.gnomon.core.attributes.AttributeSet;
import io.gnomon.core.clock.Clock;
import io.gnomon.core.events.EventQueue;
import io.gnomon.core.findings.CallerStack;
import io.gnomon.core.findings.RateLimits;
import io.gnomon.core.log.AgentLog;
import io.gnomon.core.metrics.CounterFamily;
import io.gnomon.core.metrics.Instrument;
import io.gnomon.core.request.ThreadState;
import java.util.function.LongSupplier;

/**
 * Looks for connections that are held for longer than the threshold. Who takes one leaves its
 * stack, on its own thread and only if leaks are looked for; {@link #run} is for one thread of
 * ours. Each such connection counts once and, once per interval and line that took it, is told in
 * an event and in the log. When it is closed in the end nothing more is told: its time is in {@code
 * use_time}.
 */
final class LeakWatch implements Runnable {

  private static final Instrument LEAKS =
      Instrument.number(
          Instrument.Kind.COUNTER,
          "gnomon.db.connection.leaks",
          "{connection}",
          "Connections that were held for longer than gnomon.jdbc.leak-threshold.");

  private static final Instrument NOT_WATCHED =
      Instrument.number(
          Instrument.Kind.COUNTER,
          "gnomon.agent.jdbc.borrows_not_watched",
          "{connection}",
          "Connections that are not looked at for leaks, because too many are held.");

  private final long thresholdNanos;
  private final Borrows borrows;
  private final Clock clock;
  private final CounterFamily counts;
  private final CallerStack callerStack;
  private final RateLimits limits;
  private final EventQueue events;
  private final AgentLog log;

  LeakWatch(LeakSettings settings, Borrows borrows, Clock clock, Core core) {
    this.thresholdNanos = settings.thresholdNanos;
    this.borrows = borrows;
    this.clock = clock;
    this.counts = core.metrics().counter(LEAKS);
    this.callerStack = new CallerStack(settings.stackExcludes);
    this.limits = new RateLimits(clock, settings.intervalNanos);
    this.events = core.events();
    this.log = settings.log;
    if (isOn()) {
      core.metrics().observe(NOT_WATCHED, new NotWatched(borrows));
    }
  }

  private boolean isOn() {
    return thresholdNanos != Long.MAX_VALUE;
  }

  /** A connection is taken by this thread. */
  void taken(Borrow borrow) {
    if (isOn()) {
      borrow.takenBy(callerStack.ofThisThread(), ThreadState.current().running());
    }
  }

  @Override
  public void run() {
    if (!isOn()) {
      return;
    }
    long nowNanos = clock.nanoTime();
    for (int i = 0; i < borrows.kept(); i++) {
      Borrow borrow = borrows.get(i);
      if (borrow != null) {
        look(borrow, nowNanos);
      }
    }
  }

  /** What is read between the two looks at the state belongs to one use of the borrow. */
  private void look(Borrow borrow, long nowNanos) {
    long use = borrow.state();
    Pool pool = borrow.pool();
    long heldNanos = nowNanos - borrow.startNanos();
    if (!Borrow.isHeld(use) || pool == null || heldNanos <= thresholdNanos) {
      return;
    }
    Leak leak =
        new Leak(
            pool.name(),
            heldNanos,
            borrow.threadName(),
            borrow.frames(),
            borrow.route(),
            borrow.place());
    if (borrow.state() == use && borrow.tellOnce(use)) {
      found(leak);
    }
  }

  private void found(Leak leak) {
    counts.series(PoolMetrics.ofPool(leak.poolName())).add(1);
    long heldBack = limits.admit(leak.caller());
    if (heldBack != RateLimits.HELD_BACK) {
      AttributeSet attributes = leak.attributes(heldBack);
      events.offer(leak.event(clock.epochNanos(), attributes));
      log.warn(leak.line(heldBack));
    }
  }

  private static final class NotWatched implements LongSupplier {

    private final Borrows borrows;

    NotWatched(Borrows borrows) {
      this.borrows = borrows;
    }

    @Override
    public long getAsLong() {
      return borrows.notKept();
    }
  }
}
