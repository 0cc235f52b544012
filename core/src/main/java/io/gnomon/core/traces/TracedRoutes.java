package io.gnomon.core.traces;

import io.gnomon.core.attributes.AttributeSet;
import io.gnomon.core.clock.Clock;
import io.gnomon.core.metrics.Counter;
import io.gnomon.core.metrics.Instrument;
import io.gnomon.core.metrics.Metrics;
import io.gnomon.core.request.Requests;
import io.gnomon.core.settings.Setting;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The routes of requests that ended, bounded: past {@link #MAX_ROUTES} they share one limit and one
 * share, as requests without a route share theirs. For any thread; looking up neither locks nor
 * allocates, the first request of a route does both.
 */
final class TracedRoutes {

  /** How many routes are known: all that requests have. */
  static final int MAX_ROUTES = 1_100;

  /** {@code gnomon.agent.traces.route.overflows}. */
  static final Instrument OVERFLOWS =
      Instrument.number(
          Instrument.Kind.COUNTER,
          "gnomon.agent.traces.route.overflows",
          "{request}",
          "Requests kept or not by what others of other routes do, there being too many routes.");

  private final TraceSettings settings;
  private final Clock clock;
  private final ConcurrentHashMap<String, TracedRoute> routes = new ConcurrentHashMap<>();
  private final TracedRoute others;
  private final TracedRoute withoutRoute;
  private final Counter overflows;

  TracedRoutes(TraceSettings settings, Clock clock, Metrics metrics) {
    this.settings = settings;
    this.clock = clock;
    this.overflows = metrics.counter(OVERFLOWS).series(AttributeSet.EMPTY);
    this.others = made();
    this.withoutRoute = made();
    routes.put(Requests.OTHER_ROUTES, others);
  }

  /** The state of the route of a request that ended. */
  TracedRoute of(@Nullable String route) {
    TracedRoute found = find(route);
    if (found == others && !Requests.OTHER_ROUTES.equals(route)) {
      overflows.add(1);
    }
    return found;
  }

  private TracedRoute find(@Nullable String route) {
    if (route == null) {
      return withoutRoute;
    }
    TracedRoute known = routes.get(route);
    return known == null ? add(route) : known;
  }

  private TracedRoute add(String route) {
    if (routes.size() >= MAX_ROUTES) {
      return others;
    }
    TracedRoute made = made();
    TracedRoute first = routes.putIfAbsent(route, made);
    return first == null ? made : first;
  }

  private TracedRoute made() {
    if (!isAdaptive()) {
      return new TracedRoute(fixedNanos(), null);
    }
    return new TracedRoute(0, new SlowLimit(settings.slowShareBillionths(), clock.nanoTime()));
  }

  private boolean isAdaptive() {
    return settings.slowThresholdNanos() == Setting.ADAPTIVE && settings.slowShareBillionths() > 0;
  }

  private long fixedNanos() {
    long fixed = settings.slowThresholdNanos();
    return fixed == Setting.ADAPTIVE ? Long.MAX_VALUE : fixed;
  }

  /**
   * What is slow for a request that still runs. One without a route yet may get one, so what is
   * slow for those that never have one says nothing of it.
   */
  long slowNanosSoFar(@Nullable String route) {
    return route == null && isAdaptive() ? SlowLimit.FIRST_NANOS : find(route).slowNanos();
  }

  /** Computes all limits anew; for one thread of ours. */
  void computeLimits() {
    if (!isAdaptive()) {
      return;
    }
    long now = clock.nanoTime();
    withoutRoute.computeLimit(now);
    for (TracedRoute route : routes.values()) {
      route.computeLimit(now);
    }
  }
}
