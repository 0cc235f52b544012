package io.gnomon.core.slowquery;

import io.gnomon.core.clock.Clock;
import io.gnomon.core.events.EventQueue;
import io.gnomon.core.findings.CallerStack;
import io.gnomon.core.findings.RateLimits;
import io.gnomon.core.log.AgentLog;
import io.gnomon.core.metrics.CounterFamily;
import io.gnomon.core.metrics.Instrument;
import io.gnomon.core.metrics.Metrics;
import io.gnomon.core.query.Execution;
import io.gnomon.core.query.Query;
import io.gnomon.core.query.QuerySeries;
import io.gnomon.core.query.SlowExecutions;
import io.gnomon.core.request.RequestRecord;
import io.gnomon.core.request.ThreadState;
import java.util.List;

/**
 * Flags slow queries: counts each one, and tells of one per fingerprint and interval in an event
 * and in the log, with the number held back since, and with its plan if one can be had. For any
 * thread; the work is done on the application's thread, for only there is the caller's stack, and
 * only when a query was slow. What waits for a plan is told by the thread that brings it, or, after
 * half a minute, without one by the thread that runs {@link #round}.
 */
public final class SlowQueries implements SlowExecutions {

  /** {@code gnomon.db.slow_queries}, with the attributes of the operation. */
  public static final Instrument COUNT =
      Instrument.number(
          Instrument.Kind.COUNTER,
          "gnomon.db.slow_queries",
          "{query}",
          "Executions that took longer than gnomon.jdbc.slow-query-threshold.");

  private final long thresholdNanos;
  private final Clock clock;
  private final CounterFamily counts;
  private final RateLimits limits;
  private final CallerStack callerStack;
  private final PlanWaits waits;
  private volatile PlanSource plans = PlanSource.NONE;

  /**
   * A detector.
   *
   * @param thresholdNanos what is slow: anything longer; {@code Long.MAX_VALUE} for never
   * @param intervalNanos how often at most one fingerprint is told
   * @param stackExcludes prefixes of class names that are not the application's
   * @param clock for intervals and the events' time
   * @param metrics where the counter goes
   * @param events where events go
   * @param log where lines go
   */
  public SlowQueries(
      long thresholdNanos,
      long intervalNanos,
      List<String> stackExcludes,
      Clock clock,
      Metrics metrics,
      EventQueue events,
      AgentLog log) {
    this.thresholdNanos = thresholdNanos;
    this.clock = clock;
    this.counts = metrics.counter(COUNT);
    this.limits = new RateLimits(clock, intervalNanos);
    this.callerStack = new CallerStack(stackExcludes);
    this.waits = new PlanWaits(clock, new SlowQueryTeller(events, log));
  }

  /**
   * Has the plans of slow queries asked for from now on.
   *
   * @param source is asked before a slow query is told
   */
  public void explainWith(PlanSource source) {
    plans = source;
  }

  /** Tells what waits for a plan without one, and waits no more: before the last export. */
  public void finish() {
    waits.finish();
  }

  /** Tells what has waited too long without its plan: a round of the agent's worker. */
  public Runnable round() {
    return new Runnable() {
      @Override
      public void run() {
        waits.tellOverdue();
      }
    };
  }

  @Override
  public long thresholdNanos() {
    return thresholdNanos;
  }

  @Override
  public void slow(ThreadState thread, Execution execution) {
    Query query = execution.query();
    RequestRecord request = thread.request();
    counts
        .series(
            QuerySeries.operationAttributes(
                query.database(), query.shape(), execution.errorType(), execution.statusCode()))
        .add(1);
    long heldBack = limits.admit(query.shape().fingerprint());
    if (heldBack != RateLimits.HELD_BACK) {
      tell(
          execution,
          new SlowQuery(
              execution, request, callerStack.ofThisThread(), heldBack, clock.epochNanos()));
    }
  }

  private void tell(Execution execution, SlowQuery slowQuery) {
    PlanReceiver wait = waits.of(slowQuery);
    if (waits.isFinished() || !plans.request(execution, wait)) {
      wait.plan(null);
    }
  }
}
