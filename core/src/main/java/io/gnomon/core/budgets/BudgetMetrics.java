package io.gnomon.core.budgets;

import io.gnomon.core.attributes.AttributeNames;
import io.gnomon.core.attributes.AttributeSet;
import io.gnomon.core.metrics.Instrument;
import io.gnomon.core.metrics.Metrics;
import io.gnomon.core.metrics.NumberObserver;
import io.gnomon.core.metrics.NumberSink;
import java.util.function.LongSupplier;

/** The verdicts as metrics; classes, not lambdas, to start up light. */
final class BudgetMetrics {

  private static final double PER_UNIT = 1e6;

  /** {@code gnomon.budget.burn}. */
  private static final Instrument BURN =
      Instrument.decimal(
          Instrument.Kind.GAUGE,
          "gnomon.budget.burn",
          "1",
          PER_UNIT,
          "How much of what a budget allows is used within its window; more than 1 is too much.");

  /** {@code gnomon.budget.breached}. */
  private static final Instrument BREACHED =
      Instrument.number(
          Instrument.Kind.GAUGE,
          "gnomon.budget.breached",
          "1",
          "1 while a budget is broken, else 0.");

  private static final Instrument OVER_BOUND =
      Instrument.number(
          Instrument.Kind.COUNTER,
          "gnomon.agent.budget.requests_over_bound",
          "{request}",
          "Requests held against the default budget alone: there were too many routes.");

  private BudgetMetrics() {}

  static void register(Metrics metrics, Budgets budgets) {
    metrics.observe(BURN, new Verdicts(budgets, true));
    metrics.observe(BREACHED, new Verdicts(budgets, false));
    metrics.observe(OVER_BOUND, new OverBound(budgets));
  }

  /** Without a route there is no {@code http.route}, as everywhere. */
  static AttributeSet.Builder attributes(Verdict verdict) {
    boolean routed = !verdict.route().equals(JudgedRoutes.NO_ROUTE);
    return AttributeSet.builder()
        .put(AttributeNames.BUDGET_NAME, verdict.budget())
        .put(AttributeNames.BUDGET_OBJECTIVE, verdict.objective().text())
        .put(AttributeNames.HTTP_ROUTE, routed ? verdict.route() : null);
  }

  private static final class Verdicts implements NumberObserver {

    private final Budgets budgets;
    private final boolean burn;

    Verdicts(Budgets budgets, boolean burn) {
      this.budgets = budgets;
      this.burn = burn;
    }

    @Override
    public void observe(NumberSink sink) {
      for (Verdict verdict : budgets.verdicts()) {
        if (verdict.runRequests() > 0) {
          sink.number(attributes(verdict).build(), burn ? burnt(verdict) : breached(verdict));
        }
      }
    }

    private static long burnt(Verdict verdict) {
      return Math.round(verdict.burn() * PER_UNIT);
    }

    private static long breached(Verdict verdict) {
      return verdict.breached() ? 1 : 0;
    }
  }

  private static final class OverBound implements LongSupplier {

    private final Budgets budgets;

    OverBound(Budgets budgets) {
      this.budgets = budgets;
    }

    @Override
    public long getAsLong() {
      return budgets.requestsOverBound();
    }
  }
}
