package io.gnomon.agent.report;

import org.jspecify.annotations.Nullable;

/** One verdict of a report, as it was read. Immutable. */
final class ReportRow {

  final String budget;
  final String route;
  final String objective;
  final String limit;
  final long runRequests;
  final long runOver;
  final double burn;
  final long breaches;
  final boolean judged;
  final boolean breached;

  /** In words; empty if no request was over. */
  final String worst;

  final @Nullable String why;

  /**
   * Reads one.
   *
   * @param in the verdict's fields
   * @throws NotAReport if one is missing or of another type
   */
  ReportRow(Fields in) throws NotAReport {
    budget = in.text(ReportFields.BUDGET);
    route = in.text(ReportFields.ROUTE);
    objective = in.text(ReportFields.OBJECTIVE);
    limit = in.text(ReportFields.LIMIT);
    runRequests = in.count(ReportFields.RUN_REQUESTS);
    runOver = in.count(ReportFields.RUN_OVER);
    burn = in.number(ReportFields.BURN);
    breaches = in.count(ReportFields.BREACHES);
    judged = in.flag(ReportFields.JUDGED);
    breached = in.flag(ReportFields.BREACHED);
    Fields request = in.objectOrNull(ReportFields.WORST);
    worst = request == null ? "" : words(request);
    why = request == null ? null : request.textOrNull(ReportFields.WHY);
  }

  /** Whether the budget broke, be it for a time only. */
  boolean broken() {
    return breached || breaches > 0;
  }

  /** Whether no window ever had enough requests for the budget to break, whatever they did. */
  boolean unjudged() {
    return !broken() && !judged;
  }

  private static String words(Fields in) throws NotAReport {
    StringBuilder words = new StringBuilder(in.text(ReportFields.METHOD));
    long status = in.count(ReportFields.STATUS);
    if (status > 0) {
      words.append(' ').append(status);
    }
    String errorType = in.textOrNull(ReportFields.ERROR_TYPE);
    if (errorType != null && !errorType.equals(Long.toString(status))) {
      words.append(' ').append(errorType);
    }
    words.append(" in ").append(Figures.millis(in.number(ReportFields.DURATION_MS)));
    long queries = in.count(ReportFields.QUERIES);
    if (queries > 0) {
      words.append(", ").append(queries).append(queries == 1 ? " query in " : " queries in ");
      words.append(Figures.millis(in.number(ReportFields.QUERY_MS)));
    }
    return words.append(", at ").append(in.text(ReportFields.STARTED_AT)).toString();
  }
}
