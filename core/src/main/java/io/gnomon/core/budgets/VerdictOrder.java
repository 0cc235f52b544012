package io.gnomon.core.budgets;

import java.util.Comparator;

/** Verdicts by budget, route and objective. */
final class VerdictOrder implements Comparator<Verdict> {

  static final Comparator<Verdict> BY_BUDGET = new VerdictOrder();

  private VerdictOrder() {}

  @Override
  public int compare(Verdict a, Verdict b) {
    int byBudget = a.budget().compareTo(b.budget());
    int byRoute = byBudget == 0 ? a.route().compareTo(b.route()) : byBudget;
    return byRoute == 0 ? a.objective().compareTo(b.objective()) : byRoute;
  }
}
