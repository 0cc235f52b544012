package io.gnomon.agent.report;

import io.gnomon.core.budgets.Verdict;
import java.util.Collection;
import java.util.List;

/** Where a report's content comes from. Safe for any thread. */
public interface BudgetSource {

  /**
   * The budgets that are set.
   *
   * @return the name of each
   */
  Collection<String> names();

  /**
   * What came of them so far.
   *
   * @return a verdict per budget, objective and route that had requests
   */
  List<Verdict> verdicts();

  /**
   * How many requests had a route that was over a bound, and were judged together if at all.
   *
   * @return since start
   */
  long requestsOverBound();
}
