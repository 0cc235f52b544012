package io.gnomon.it.contract;

import java.util.ArrayList;
import java.util.List;

/** All reports for the console: a row for each case, a column for each subject. */
public final class ContractTable {

  private static final int FIRST_COLUMN = 34;

  private final List<Report> reports;

  /**
   * A table.
   *
   * @param reports its columns
   */
  public ContractTable(List<Report> reports) {
    this.reports = reports;
  }

  @Override
  public String toString() {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("Containers on JDK " + Runtime.version() + ", each shown exactly as it has to be:");
    for (int i = 0; i < reports.size(); i++) {
      lines.add("%4d %s".formatted(i + 1, reports.get(i).subject().title()));
    }
    StringBuilder head = new StringBuilder(pad("case"));
    for (int i = 1; i <= reports.size(); i++) {
      head.append("%4d".formatted(i));
    }
    lines.add(head.toString());
    for (Case each : Case.values()) {
      lines.add(row(each));
    }
    StringBuilder rest = new StringBuilder(pad("nothing else"));
    reports.forEach(report -> rest.append(report.isWhole() ? "  ok" : " BAD"));
    lines.add(rest.toString());
    lines.addAll(differences());
    return String.join("\n", lines);
  }

  private String row(Case each) {
    StringBuilder row = new StringBuilder(pad(each.title()));
    for (Report report : reports) {
      row.append(
          switch (report.outcome(each)) {
            case OK -> "  ok";
            case DIFFERS -> " own";
            case LACKS -> " n/a";
            case FAILED -> " BAD";
          });
    }
    return row.toString();
  }

  private List<String> differences() {
    List<String> lines = new ArrayList<>();
    for (Report report : reports) {
      report
          .subject()
          .differences()
          .forEach(
              (each, difference) ->
                  lines.add(
                      report.subject().title() + ", " + each.title() + ": " + difference.why()));
    }
    return lines;
  }

  private static String pad(String text) {
    return text + " ".repeat(Math.max(1, FIRST_COLUMN - text.length()));
  }
}
