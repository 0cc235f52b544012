package io.gnomon.core.traces;

import io.gnomon.core.clock.Clock;
import io.gnomon.core.log.AgentLog;
import io.gnomon.core.metrics.Metrics;
import io.gnomon.core.request.RequestRecord;
import io.gnomon.core.spans.TraceContext;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the requests that a person may want to see: those with a reason of their own, those of
 * traces that another service records, and a share of all; as many per second as the cap lets
 * through. Any thread; a request without a reason costs a look-up of its route and an addition.
 */
final class Keeping implements KeepDecision {

  private final boolean all;
  private final Baseline baseline;
  private final Clock clock;
  private final TracedRoutes routes;
  private final @Nullable TraceCap cap;
  private final KeptCounts counts;

  /**
   * Keeps by these settings.
   *
   * @param settings not those for none
   * @param clock for the cap's seconds and what is slow while it runs
   * @param metrics where the counters go
   * @param log where the line about the cap goes
   */
  Keeping(TraceSettings settings, Clock clock, Metrics metrics, AgentLog log) {
    this.all = settings.isAll();
    this.baseline = new Baseline(settings.baselineBillionths());
    this.clock = clock;
    this.routes = new TracedRoutes(settings, clock, metrics);
    this.cap =
        settings.maxPerSecond() == TraceSettings.NO_CAP
            ? null
            : new TraceCap(settings.maxPerSecond(), clock);
    this.counts = new KeptCounts(metrics, log, settings.maxPerSecond());
  }

  @Override
  public int decide(RequestRecord record) {
    TracedRoute route = routes.of(record.route());
    int reasons = reasons(record);
    if (record.elapsedNanos() > route.slowNanos()) {
      reasons |= KeptReasons.SLOW;
    }
    route.count(record.elapsedNanos());
    return reasons == 0 ? 0 : admitted(reasons, route);
  }

  /** All reasons but that it was slow. */
  private int reasons(RequestRecord record) {
    TraceContext trace = record.trace();
    return (record.errorType() == null ? 0 : KeptReasons.ERROR)
        | (record.slowQuery() == null ? 0 : KeptReasons.SLOW_QUERY)
        | (record.runs().hasNPlusOne() ? KeptReasons.N_PLUS_ONE : 0)
        | (record.isOverBudget() ? KeptReasons.BUDGET : 0)
        | (trace.upstreamSampled() ? KeptReasons.UPSTREAM : 0)
        | (trace.toldSampled() ? KeptReasons.TOLD : 0)
        | (baseline.keeps(trace.traceLow()) ? KeptReasons.BASELINE : 0)
        | (all ? KeptReasons.ALL : 0);
  }

  private int admitted(int reasons, TracedRoute route) {
    if (cap == null || cap.admit(KeptReasons.kind(reasons), route.shareOf(cap))) {
      counts.kept(reasons);
      return reasons;
    }
    counts.heldBack(reasons);
    return 0;
  }

  @Override
  public boolean isToBeKept(RequestRecord record) {
    return reasons(record) != 0 || isSlowAlready(record);
  }

  private boolean isSlowAlready(RequestRecord record) {
    return clock.nanoTime() - record.startNanos() > routes.slowNanosSoFar(record.route());
  }

  /** Computes what is slow anew. */
  @Override
  public void takeStock() {
    routes.computeLimits();
  }
}
