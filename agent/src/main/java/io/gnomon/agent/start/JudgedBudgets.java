package io.gnomon.agent.start;

import io.gnomon.agent.report.BudgetSource;
import io.gnomon.core.budgets.Budgets;
import io.gnomon.core.budgets.Verdict;
import java.util.Collection;
import java.util.List;

/** The budgets of this run, for its report. */
final class JudgedBudgets implements BudgetSource {

  private final Budgets budgets;

  JudgedBudgets(Budgets budgets) {
    this.budgets = budgets;
  }

  @Override
  public Collection<String> names() {
    return budgets.names();
  }

  @Override
  public List<Verdict> verdicts() {
    return budgets.verdicts();
  }

  @Override
  public long requestsOverBound() {
    return budgets.requestsOverBound();
  }
}
