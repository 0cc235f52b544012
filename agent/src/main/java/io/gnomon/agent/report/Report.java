package io.gnomon.agent.report;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import java.util.ArrayList;
import java.util.List;

/** A report as it was read. Immutable. */
final class Report {

  /** Twice what a number of ours has; parsing takes the square of it. */
  private static final int MOST_DIGITS = 30;

  final String writtenAt;
  final boolean ended;
  final String service;
  final String agentVersion;
  final double uptimeSeconds;
  final List<String> problems;
  final List<ReportRow> rows = new ArrayList<>();

  /** The names of budgets that matched no request. */
  final List<String> unused = new ArrayList<>();

  final long requestsOverBound;

  /** How many budgets were set. */
  final int budgets;

  private Report(Fields in) throws NotAReport {
    writtenAt = in.text(ReportFields.WRITTEN_AT);
    ended = in.flag(ReportFields.ENDED);
    service = in.text(ReportFields.SERVICE);
    agentVersion = in.text(ReportFields.AGENT_VERSION);
    uptimeSeconds = in.number(ReportFields.UPTIME_SECONDS);
    problems = in.texts(ReportFields.PROBLEMS);
    requestsOverBound = in.count(ReportFields.REQUESTS_OVER_BOUND);
    List<Fields> all = in.objects(ReportFields.BUDGETS);
    budgets = all.size();
    for (Fields budget : all) {
      String name = budget.text(ReportFields.NAME);
      if (budget.flag(ReportFields.UNUSED)) {
        unused.add(name);
      }
    }
    for (Fields verdict : in.objects(ReportFields.VERDICTS)) {
      rows.add(new ReportRow(verdict));
    }
  }

  /**
   * Reads a report.
   *
   * @param text JSON
   * @return the report
   * @throws NotAReport if it is no JSON, or not of the schema that this agent knows
   */
  static Report of(String text) throws NotAReport {
    Fields fields = new Fields(parsed(text), "");
    long schema = fields.count(ReportFields.SCHEMA_VERSION);
    if (schema != ReportFields.SCHEMA) {
      throw new NotAReport(
          "its schema is "
              + schema
              + ", this agent knows "
              + ReportFields.SCHEMA
              + ": check it with the agent that wrote it");
    }
    return new Report(fields);
  }

  private static JsonObject parsed(String text) throws NotAReport {
    if (hasEndlessNumber(text)) {
      throw new NotAReport("a number has more than " + MOST_DIGITS + " digits");
    }
    try {
      return JsonParser.object().from(text);
    } catch (JsonParserException noJson) {
      throw new NotAReport("no JSON object: " + noJson.getMessage());
    } catch (StackOverflowError nested) {
      throw new NotAReport("no JSON object: nested too deeply");
    }
  }

  /** Whether more digits stand in a row than in any number of ours; in texts they may. */
  private static boolean hasEndlessNumber(String text) {
    boolean quoted = false;
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == '\\' && quoted) {
        i++;
      }
      digits = !quoted && c >= '0' && c <= '9' ? digits + 1 : 0;
      if (digits > MOST_DIGITS) {
        return true;
      }
    }
    return false;
  }

  int broken() {
    int broken = 0;
    for (ReportRow row : rows) {
      broken += row.broken() ? 1 : 0;
    }
    return broken;
  }
}
