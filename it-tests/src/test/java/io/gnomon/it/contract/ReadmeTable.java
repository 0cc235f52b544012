package io.gnomon.it.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the README says of containers: which cases each shows as all others do. */
final class ReadmeTable {

  private final Map<String, Report> reports;

  /** Of reports by the title of the row, in their order. */
  ReadmeTable(Map<String, Report> reports) {
    this.reports = reports;
  }

  String markdown() {
    List<String> lines = new ArrayList<>();
    lines.add("| container | as the contract says | in its own way | lacks |");
    lines.add("|---|---|---|---|");
    reports.forEach(
        (title, report) ->
            lines.add(
                "| %s | %s | %s | %s |"
                    .formatted(
                        title,
                        summary(report),
                        titles(report, Report.Outcome.DIFFERS),
                        titles(report, Report.Outcome.LACKS))));
    return String.join("\n", lines) + "\n";
  }

  private static String summary(Report report) {
    if (!report.isWhole() || of(report, Report.Outcome.FAILED).findAny().isPresent()) {
      return "**wrong**";
    }
    long all = Case.values().length;
    long ok = of(report, Report.Outcome.OK).count();
    return ok == all ? "all " + all : ok + " of " + all;
  }

  private static String titles(Report report, Report.Outcome outcome) {
    return of(report, outcome).map(Case::title).collect(Collectors.joining(", "));
  }

  private static Stream<Case> of(Report report, Report.Outcome outcome) {
    return Stream.of(Case.values()).filter(each -> report.outcome(each) == outcome);
  }
}
