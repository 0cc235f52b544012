package io.gnomon.core.budgets;

import io.gnomon.core.clock.Clock;
import io.gnomon.core.events.EventQueue;
import io.gnomon.core.log.AgentLog;
import io.gnomon.core.metrics.Metrics;
import io.gnomon.core.request.RequestEnds;
import io.gnomon.core.request.RequestRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Holds every request that ends against the budgets of its route, and judges each of them about
 * once a second: tells of one that breaks and of one that recovers, in an event and in the log.
 *
 * <p>{@link #ended} is for any thread: one look-up by the route and one addition per objective,
 * without a lock or an allocation once the route is known. Judging is for threads of ours.
 */
public final class Budgets implements RequestEnds {

  private static final long JUDGE_NANOS = 1_000_000_000L;

  private final BudgetSettings settings;
  private final Clock clock;
  private final JudgedRoutes routes;
  private final BudgetTeller teller;

  /**
   * Judges nothing yet.
   *
   * @param settings the budgets
   * @param clock for windows and the events' time
   * @param events where events go
   * @param log where lines go
   */
  public Budgets(BudgetSettings settings, Clock clock, EventQueue events, AgentLog log) {
    this.settings = settings;
    this.clock = clock;
    this.routes = new JudgedRoutes(settings, clock);
    this.teller = new BudgetTeller(clock, events, log);
  }

  /**
   * Whether there is no budget, so that nobody need tell this of requests.
   *
   * @return true if nothing is ever judged
   */
  public boolean isEmpty() {
    return settings.isEmpty();
  }

  /**
   * The budgets that are in force.
   *
   * @return their names, {@code default} last if there is one
   */
  public List<String> names() {
    return settings.names();
  }

  /**
   * Has the verdicts read when metrics are collected.
   *
   * @param metrics where the instruments go
   */
  public void observedBy(Metrics metrics) {
    BudgetMetrics.register(metrics, this);
  }

  @Override
  public void ended(RequestRecord record) {
    for (Judged judged : routes.of(record.route())) {
      judged.count(record);
    }
  }

  /** Judges all that was counted until now, and tells what has changed. */
  public synchronized void judge() {
    for (Judged judged : routes.all()) {
      if (judged.judge(clock.nanoTime())) {
        teller.tell(judged.verdict());
      }
    }
  }

  /**
   * Judges all that was counted until now.
   *
   * @return one per budget, route and objective that a request was held against; of a named budget
   *     that no request was held against one per objective, without requests and with the budget's
   *     pattern for a route; by budget, route, objective
   */
  public synchronized List<Verdict> verdicts() {
    judge();
    List<Verdict> verdicts = new ArrayList<>();
    for (Judged judged : routes.all()) {
      Verdict verdict = judged.verdict();
      if (verdict.runRequests() > 0) {
        verdicts.add(verdict);
      }
    }
    addUnused(verdicts);
    Collections.sort(verdicts, VerdictOrder.BY_BUDGET);
    return verdicts;
  }

  private void addUnused(List<Verdict> verdicts) {
    Set<String> used = new HashSet<>();
    for (Verdict verdict : verdicts) {
      used.add(verdict.budget());
    }
    for (Budget budget : settings.named()) {
      for (Rule rule : budget.rules()) {
        if (!used.contains(rule.budget)) {
          verdicts.add(rule.verdict(budget.routesText()).build());
        }
      }
    }
  }

  /**
   * How many requests had a route that was over a bound, and count together.
   *
   * @return since start
   */
  public long requestsOverBound() {
    return routes.requestsOverBound();
  }

  /**
   * Judges about once a second: a round of the agent's worker.
   *
   * @return for one thread
   */
  public Runnable round() {
    return new Runnable() {

      private long judgedNanos = clock.nanoTime();

      @Override
      public void run() {
        long now = clock.nanoTime();
        if (now - judgedNanos >= JUDGE_NANOS) {
          judgedNanos = now;
          judge();
        }
      }
    };
  }
}
