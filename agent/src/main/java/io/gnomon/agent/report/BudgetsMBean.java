package io.gnomon.agent.report;

import java.io.IOException;

/** What JMX shows of budgets, as {@value BudgetsBean#NAME}. Public, for JMX calls it. */
public interface BudgetsMBean {

  /**
   * Writes the report of the run so far.
   *
   * @return the file that {@code gnomon.budget.report} names
   * @throws IOException if it can't be written
   */
  String writeReport() throws IOException;

  /**
   * The report of the run so far.
   *
   * @return JSON
   */
  String report();
}
