package io.gnomon.core.budgets;

import io.gnomon.core.clock.Clock;
import io.gnomon.core.request.Requests;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Which rules each route is held against, found out once per route. For any thread; looking up
 * neither locks nor allocates, the first request of a route does both.
 */
final class JudgedRoutes {

  /** How many routes are known, those that no rule is for included: all that requests have. */
  static final int MAX_KNOWN = 1_100;

  /** How many routes are judged by themselves. */
  static final int MAX_ROUTES = 500;

  /** How many pairs of route and rule are judged: as many as a metric may have series. */
  static final int MAX_JUDGED = 2_000;

  /** What requests without a route are told as. */
  static final String NO_ROUTE = "(none)";

  private static final Judged[] NOTHING = new Judged[0];

  private final BudgetSettings settings;
  private final Clock clock;
  private final ConcurrentHashMap<String, Judged[]> routes = new ConcurrentHashMap<>();
  private final Judged[] withoutRoute;
  private final Judged[] others;
  private final LongAdder requestsOverBound = new LongAdder();

  /** Guarded by this. */
  private int judgedRoutes;

  /** Guarded by this. */
  private int judgedPairs;

  JudgedRoutes(BudgetSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    this.withoutRoute = judged(settings.rulesWithoutRoute(), NO_ROUTE);
    this.others = judged(settings.rulesWithoutRoute(), Requests.OTHER_ROUTES);
    routes.put(Requests.OTHER_ROUTES, others);
    this.judgedPairs = withoutRoute.length + others.length;
  }

  /** What a route is held against. */
  Judged[] of(@Nullable String route) {
    if (route == null) {
      return withoutRoute;
    }
    Judged[] known = routes.get(route);
    Judged[] judged = known == null ? find(route) : known;
    if (judged == others) {
      requestsOverBound.increment();
    }
    return judged;
  }

  private Judged[] find(String route) {
    return routes.size() >= MAX_KNOWN ? others : add(route);
  }

  private synchronized Judged[] add(String route) {
    Judged[] known = routes.get(route);
    if (known != null) {
      return known;
    }
    Judged[] judged = admitted(settings.rulesOf(route), route);
    routes.put(route, judged);
    return judged;
  }

  private Judged[] admitted(List<Rule> rules, String route) {
    if (rules.isEmpty()) {
      return NOTHING;
    }
    if (judgedRoutes >= MAX_ROUTES || judgedPairs + rules.size() > MAX_JUDGED) {
      return others;
    }
    judgedRoutes++;
    judgedPairs += rules.size();
    return judged(rules, route);
  }

  private Judged[] judged(List<Rule> rules, String route) {
    Judged[] judged = new Judged[rules.size()];
    for (int i = 0; i < judged.length; i++) {
      judged[i] = new Judged(rules.get(i), route, clock.nanoTime());
    }
    return judged;
  }

  /** All that is judged, requests without a route and of other routes included. */
  List<Judged> all() {
    List<Judged> all = new ArrayList<>();
    Collections.addAll(all, withoutRoute);
    Collections.addAll(all, others);
    for (Judged[] judged : routes.values()) {
      if (judged != others) {
        Collections.addAll(all, judged);
      }
    }
    return all;
  }

  long requestsOverBound() {
    return requestsOverBound.sum();
  }
}
