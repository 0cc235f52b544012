package io.gnomon.agent.report;

import com.grack.nanojson.JsonStringWriter;
import com.grack.nanojson.JsonWriter;
import io.gnomon.core.budgets.BudgetSettings;
import io.gnomon.core.budgets.Verdict;
import io.gnomon.core.budgets.WorstRequest;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Writes a report as JSON, in the form that the README tells. */
final class ReportJson {

  private static final String INDENT = "  ";
  private static final double NANOS_PER_MILLI = 1e6;
  private static final double NANOS_PER_SECOND = 1e9;

  private final JsonStringWriter json = JsonWriter.indent(INDENT).string();

  private ReportJson() {}

  /**
   * The text of a report.
   *
   * @param head of the run as a whole
   * @param source the budgets and what came of them
   * @return valid JSON, whatever the names hold
   */
  static String of(ReportHead head, BudgetSource source) {
    return new ReportJson().write(head, source);
  }

  private String write(ReportHead head, BudgetSource source) {
    List<Verdict> verdicts = source.verdicts();
    json.object()
        .value(ReportFields.SCHEMA_VERSION, ReportFields.SCHEMA)
        .value(ReportFields.WRITTEN_AT, time(head.writtenEpochNanos))
        .value(ReportFields.ENDED, head.ended)
        .value(ReportFields.SERVICE, head.service)
        .value(ReportFields.AGENT_VERSION, head.agentVersion)
        .value(ReportFields.UPTIME_SECONDS, head.uptimeNanos / NANOS_PER_SECOND)
        .value(ReportFields.BROKEN, anyBroken(verdicts))
        .array(ReportFields.PROBLEMS, head.problems)
        .value(ReportFields.REQUESTS_OVER_BOUND, source.requestsOverBound());
    budgets(source.names(), used(verdicts));
    json.array(ReportFields.VERDICTS);
    for (Verdict verdict : verdicts) {
      verdict(verdict);
    }
    return json.end().end().done() + "\n";
  }

  private static boolean anyBroken(List<Verdict> verdicts) {
    for (Verdict verdict : verdicts) {
      if (verdict.breached() || verdict.breaches() > 0) {
        return true;
      }
    }
    return false;
  }

  /** The default is for what no other budget is for: if all is, it has done its part. */
  private static Set<String> used(List<Verdict> verdicts) {
    Set<String> used = new HashSet<>();
    for (Verdict verdict : verdicts) {
      if (verdict.runRequests() > 0) {
        used.add(verdict.budget());
        used.add(BudgetSettings.DEFAULT);
      }
    }
    return used;
  }

  private void budgets(Collection<String> names, Set<String> used) {
    json.array(ReportFields.BUDGETS);
    for (String name : names) {
      json.object()
          .value(ReportFields.NAME, name)
          .value(ReportFields.UNUSED, !used.contains(name))
          .end();
    }
    json.end();
  }

  private void verdict(Verdict verdict) {
    json.object()
        .value(ReportFields.BUDGET, verdict.budget())
        .value(ReportFields.ROUTE, verdict.route())
        .value(ReportFields.OBJECTIVE, verdict.objective().text())
        .value(ReportFields.LIMIT, verdict.limit())
        .value(ReportFields.WINDOW_SECONDS, verdict.windowNanos() / NANOS_PER_SECOND)
        .value(ReportFields.ALLOWED_SHARE, verdict.allowedShare())
        .value(ReportFields.MIN_REQUESTS, verdict.minRequests())
        .value(ReportFields.REQUESTS, verdict.requests())
        .value(ReportFields.OVER, verdict.over())
        .value(ReportFields.BURN, verdict.burn())
        .value(ReportFields.JUDGED, verdict.judged())
        .value(ReportFields.BREACHED, verdict.breached())
        .value(ReportFields.BREACHES, verdict.breaches())
        .value(ReportFields.RUN_REQUESTS, verdict.runRequests())
        .value(ReportFields.RUN_OVER, verdict.runOver());
    WorstRequest worst = verdict.worst();
    if (worst == null) {
      json.nul(ReportFields.WORST);
    } else {
      worst(worst);
    }
    json.end();
  }

  private void worst(WorstRequest worst) {
    json.object(ReportFields.WORST)
        .value(ReportFields.METHOD, worst.method())
        .value(ReportFields.STATUS, worst.status())
        .value(ReportFields.STARTED_AT, time(worst.epochNanos()))
        .value(ReportFields.DURATION_MS, worst.elapsedNanos() / NANOS_PER_MILLI)
        .value(ReportFields.QUERIES, worst.queries())
        .value(ReportFields.QUERY_MS, worst.queryNanos() / NANOS_PER_MILLI)
        .value(ReportFields.ERROR_TYPE, worst.errorType())
        .value(ReportFields.WHY, worst.why())
        .end();
  }

  private static String time(long epochNanos) {
    return Instant.ofEpochSecond(0, epochNanos).toString();
  }
}
