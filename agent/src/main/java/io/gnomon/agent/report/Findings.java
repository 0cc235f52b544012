package io.gnomon.agent.report;

import java.util.ArrayList;
import java.util.List;

/** A report, judged and in words. */
final class Findings {

  private static final String OVER_BOUND =
      " requests had a route that was one too many: they were held against the default at most";

  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_SENTENCE = 400;
  private static final boolean[] FIGURES = {
    false, false, false, false, true, true, true, true, true, false
  };

  private final Report report;
  private final boolean allowUnused;

  /**
   * Findings.
   *
   * @param report what was read
   * @param allowUnused whether what was not judged passes
   */
  Findings(Report report, boolean allowUnused) {
    this.report = report;
    this.allowUnused = allowUnused;
  }

  /** Whether every budget was judged and none broke. */
  boolean allHeld() {
    return report.broken() == 0 && report.problems.isEmpty() && (allowUnused || allJudged());
  }

  private boolean allJudged() {
    for (ReportRow row : report.rows) {
      if (row.unjudged()) {
        return false;
      }
    }
    return report.budgets > 0 && report.unused.isEmpty() && report.requestsOverBound == 0;
  }

  /** What is printed: a head, a table with what broke first, and what was not judged. */
  String text() {
    StringBuilder text = new StringBuilder(head());
    if (!report.rows.isEmpty()) {
      text.append('\n').append(table()).append('\n');
    }
    for (String problem : report.problems) {
      text.append("not in force: ").append(PlainText.of(problem, LONGEST_SENTENCE)).append('\n');
    }
    for (String name : report.unused) {
      text.append("unused: no request matched budget ").append(name(name)).append('\n');
    }
    if (report.requestsOverBound > 0) {
      text.append(report.requestsOverBound).append(OVER_BOUND).append('\n');
    }
    return text.append(sum()).append('\n').toString();
  }

  private String head() {
    return "Budgets of "
        + name(report.service)
        + (report.ended ? " at its end, after " : " so far, after ")
        + Figures.seconds(report.uptimeSeconds)
        + ", "
        + name(report.writtenAt)
        + " (Gnomon "
        + name(report.agentVersion)
        + ")\n";
  }

  private String table() {
    TextTable table = new TextTable(FIGURES);
    table.row(
        "",
        "budget",
        "route",
        "objective",
        "limit",
        "requests",
        "over",
        "burn",
        "breaches",
        "worst request");
    for (ReportRow row : brokenFirst()) {
      table.row(
          state(row),
          name(row.budget),
          name(row.route),
          name(row.objective),
          name(row.limit),
          Long.toString(row.runRequests),
          Long.toString(row.runOver),
          Figures.ratio(row.burn),
          Long.toString(row.breaches),
          worst(row));
    }
    return table.text();
  }

  private static String state(ReportRow row) {
    if (row.broken()) {
      return "BROKEN";
    }
    if (row.runRequests == 0) {
      return "unused";
    }
    return row.unjudged() ? "too few" : "held";
  }

  private List<ReportRow> brokenFirst() {
    List<ReportRow> rows = new ArrayList<>(report.rows.size());
    for (ReportRow row : report.rows) {
      if (row.broken()) {
        rows.add(row);
      }
    }
    for (ReportRow row : report.rows) {
      if (!row.broken()) {
        rows.add(row);
      }
    }
    return rows;
  }

  private static String worst(ReportRow row) {
    String worst = row.why == null ? row.worst : row.worst + ": " + row.why;
    return PlainText.of(worst, LONGEST_SENTENCE);
  }

  private String sum() {
    if (report.budgets == 0) {
      return "no budget is set: nothing was judged";
    }
    return report.broken()
        + " of "
        + Figures.counted(report.rows.size(), "verdict")
        + " broken, "
        + report.unused.size()
        + " of "
        + Figures.counted(report.budgets, "budget")
        + " unused";
  }

  private static String name(String text) {
    return PlainText.of(text, LONGEST_NAME);
  }
}
