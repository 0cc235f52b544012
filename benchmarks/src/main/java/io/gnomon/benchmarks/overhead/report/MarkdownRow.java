package io.gnomon.benchmarks.overhead.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A row of a table of Markdown, by the headings of its columns. */
final class MarkdownRow {

  private static final int NO_LIMIT = -1;

  private final Map<String, String> cells = new LinkedHashMap<>();

  private MarkdownRow(List<String> headings, List<String> cells) {
    for (int i = 0; i < Math.min(headings.size(), cells.size()); i++) {
      this.cells.put(headings.get(i), cells.get(i));
    }
  }

  /** Rows of all tables whose first column has a heading. */
  static List<MarkdownRow> under(String heading, String markdown) {
    List<String> lines = markdown.lines().toList();
    List<MarkdownRow> rows = new ArrayList<>();
    List<String> headings = List.of();
    for (String line : lines) {
      if (!line.startsWith("|")) {
        headings = List.of();
      } else if (headings.isEmpty()) {
        headings = cells(line);
      } else if (!line.startsWith("|---") && headings.get(0).equals(heading)) {
        rows.add(new MarkdownRow(headings, cells(line)));
      }
    }
    return rows;
  }

  private static List<String> cells(String line) {
    String inner = line.strip();
    return List.of(inner.substring(1, inner.length() - 1).split("\\|", NO_LIMIT)).stream()
        .map(String::strip)
        .toList();
  }

  /** A cell, empty if there is no such column. */
  String cell(String heading) {
    return cells.getOrDefault(heading, "");
  }
}
