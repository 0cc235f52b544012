package io.gnomon.it.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the README says of drivers and pools: a column for each group of kinds. */
final class ReadmeTables {

  private static final Pattern VERSION = Pattern.compile("\\d+(\\.\\d+)+");

  private final List<Run> drivers;
  private final List<Run> pools;

  ReadmeTables(List<Run> drivers, List<Run> pools) {
    this.drivers = drivers;
    this.pools = pools;
  }

  String markdown() {
    List<String> lines = new ArrayList<>();
    head(lines, "driver");
    for (Run run : drivers) {
      String on = run.driver().server.title;
      String database = run.place().port() == null ? on : on + " " + databaseVersion(run);
      row(lines, run, title(run.driver().title, run.driver().artifact) + ", " + database);
    }
    lines.add("");
    head(lines, "pool or wrapper");
    for (Run run : pools) {
      row(lines, run, title(run.pool().title, run.pool().artifact));
    }
    return String.join("\n", lines) + "\n";
  }

  private static String title(String title, String artifact) {
    if (artifact.isEmpty()) {
      return title;
    }
    int comma = title.indexOf(',');
    String version = " " + Run.version(artifact);
    return comma < 0
        ? title + version
        : title.substring(0, comma) + version + title.substring(comma);
  }

  private static String databaseVersion(Run run) {
    String product = run.database().substring(run.database().indexOf('\n') + 1);
    Matcher version = VERSION.matcher(product);
    return version.find() ? version.group() : "?";
  }

  private static void head(List<String> lines, String first) {
    StringBuilder titles = new StringBuilder("| " + first + " |");
    StringBuilder rule = new StringBuilder("|---|");
    for (StatementKind.Group group : StatementKind.Group.values()) {
      titles.append(' ').append(group.title).append(" |");
      rule.append("---|");
    }
    lines.add(titles.toString());
    lines.add(rule.toString());
  }

  private static void row(List<String> lines, Run run, String title) {
    StringBuilder row = new StringBuilder("| " + title + " |");
    for (StatementKind.Group group : StatementKind.Group.values()) {
      row.append(' ').append(summary(run, group)).append(" |");
    }
    lines.add(row.toString());
  }

  private static String summary(Run run, StatementKind.Group group) {
    List<Cell.Outcome> outcomes =
        group.kinds().stream().map(kind -> run.cell(kind).outcome()).toList();
    long ok = outcomes.stream().filter(outcome -> outcome == Cell.Outcome.OK).count();
    if (outcomes.contains(Cell.Outcome.FAILED)) {
      return "**wrong**";
    }
    return ok == 0 ? "none" : ok == outcomes.size() ? "all " + ok : ok + " of " + outcomes.size();
  }
}
