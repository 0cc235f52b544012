package io.gnomon.benchmarks.overhead.report;

import java.util.List;

/**
 * What the README says of the cost, made from the report and from nothing else: the rows that have
 * a goal, and under what they were measured.
 */
public final class CostRows {

  private static final String BEGIN =
      "<!-- From docs/overhead.md, by benchmarks/overhead; change nothing here by hand. -->\n";
  private static final String END = "<!-- End of what is from docs/overhead.md. -->\n";

  private static final String OTHER = "OpenTelemetry";

  private CostRows() {}

  /**
   * Puts the rows in place of those that are there.
   *
   * @param readme has the marks of where they go
   * @param report in Markdown
   * @return the README as it has to be
   * @throws IllegalArgumentException if it has no marks
   */
  public static String replaceIn(String readme, String report) {
    int begin = readme.indexOf(BEGIN);
    int end = readme.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IllegalArgumentException("the README has no marks for its cost");
    }
    return readme.substring(0, begin + BEGIN.length()) + of(report) + readme.substring(end);
  }

  private static String of(String report) {
    StringBuilder text = new StringBuilder();
    text.append("| added | Gnomon | OpenTelemetry | ratio | goal | |\n");
    text.append("|---|---:|---:|---:|---:|---|\n");
    for (MarkdownRow row : MarkdownRow.under("added", report)) {
      if (!row.cell(AddedTable.GOAL).isEmpty()) {
        append(text, row);
      }
    }
    text.append("\n`").append(between("Written by `", "`", report)).append("` on ");
    text.append(between("- Date: ", "T", report)).append(", ");
    text.append(line("- Processors: ", report)).append(", ");
    text.append(line("- JVM: ", report)).append("; ");
    return text.append(line("- Agents: ", report)).append(".\n").toString();
  }

  private static void append(StringBuilder text, MarkdownRow row) {
    List<String> cells =
        List.of(
            row.cell("added"),
            row.cell("Gnomon"),
            row.cell(OTHER),
            row.cell(AddedTable.ratioTo(OTHER)),
            row.cell(AddedTable.GOAL),
            row.cell(AddedTable.VERDICT));
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  private static String line(String begin, String report) {
    return between(begin, "\n", report);
  }

  private static String between(String begin, String end, String report) {
    int from = report.indexOf(begin);
    if (from < 0) {
      throw new IllegalArgumentException("the report does not say: " + begin);
    }
    return report.substring(from + begin.length(), report.indexOf(end, from + begin.length()));
  }
}
