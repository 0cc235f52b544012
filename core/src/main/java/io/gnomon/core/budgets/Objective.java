package io.gnomon.core.budgets;

/** What a budget limits. */
public enum Objective {
  /** How long at most 1% of the requests may take longer than. */
  P99("p99"),
  /** Which share of the requests may fail. */
  ERROR_RATE("error-rate"),
  /** How many queries at most 1% of the requests may run more than. */
  QUERIES("queries"),
  /** How long the queries of at most 1% of the requests may take longer than, in sum. */
  QUERY_TIME("query-time");

  private final String text;

  Objective(String text) {
    this.text = text;
  }

  /**
   * How settings, metrics and records call it.
   *
   * @return as {@code error-rate}
   */
  public String text() {
    return text;
  }
}
