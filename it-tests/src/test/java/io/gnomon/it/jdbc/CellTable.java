package io.gnomon.it.jdbc;

import java.util.ArrayList;
import java.util.List;

/** All cells of one axis for the console: a row for each driver or pool, a column for each kind. */
final class CellTable {

  private static final int FIRST_COLUMN = 44;

  private final String corner;
  private final List<Run> runs;
  private final boolean ofDrivers;

  CellTable(String corner, List<Run> runs, boolean ofDrivers) {
    this.corner = corner;
    this.runs = runs;
    this.ofDrivers = ofDrivers;
  }

  @Override
  public String toString() {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("JDBC on JDK " + Runtime.version() + ", each cell " + Run.ROUNDS + " times:");
    StatementKind[] kinds = StatementKind.values();
    for (int i = 0; i < kinds.length; i++) {
      lines.add("%4d %s".formatted(i + 1, kinds[i].id()));
    }
    StringBuilder head = new StringBuilder(pad(corner));
    for (int i = 1; i <= kinds.length; i++) {
      head.append("%4d".formatted(i));
    }
    lines.add(head.toString());
    for (Run run : runs) {
      lines.add(row(run));
    }
    return String.join("\n", lines);
  }

  private String row(Run run) {
    String title = ofDrivers ? run.driver().title : run.pool().title;
    String artifact = ofDrivers ? run.driver().artifact : run.pool().artifact;
    String version = artifact.isEmpty() ? "" : " " + Run.version(artifact);
    StringBuilder row = new StringBuilder(pad(title + version));
    for (StatementKind kind : StatementKind.values()) {
      row.append(
          switch (run.cell(kind).outcome()) {
            case OK -> "  ok";
            case ABSENT -> " n/a";
            case FAILED -> " BAD";
          });
    }
    return row + "  " + run.database().replace('\n', ' ');
  }

  private static String pad(String text) {
    return text + " ".repeat(Math.max(1, FIRST_COLUMN - text.length()));
  }
}
