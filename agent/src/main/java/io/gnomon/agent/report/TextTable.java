package io.gnomon.agent.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rows of text whose columns stand below each other; figures at the right. The last column is never
 * filled up. Not thread-safe.
 */
final class TextTable {

  private static final String GAP = "  ";

  private final List<String[]> rows = new ArrayList<>();
  private final boolean[] figures;

  /**
   * A table without rows.
   *
   * @param figures for each column, whether it holds figures
   */
  TextTable(boolean... figures) {
    this.figures = figures.clone();
  }

  void row(String... cells) {
    rows.add(cells.clone());
  }

  /** All rows, a line each. */
  String text() {
    int[] widths = widths();
    StringBuilder text = new StringBuilder();
    for (String[] row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < row.length; column++) {
        cell(line, row[column], figures[column], column == row.length - 1 ? 0 : widths[column]);
      }
      text.append(stripped(line)).append('\n');
    }
    return text.toString();
  }

  private int[] widths() {
    int[] widths = new int[figures.length];
    for (String[] row : rows) {
      for (int column = 0; column < row.length; column++) {
        widths[column] = Math.max(widths[column], length(row[column]));
      }
    }
    return widths;
  }

  private static void cell(StringBuilder line, String cell, boolean figure, int width) {
    line.append(line.length() == 0 ? "" : GAP);
    char[] blanks = new char[Math.max(0, width - length(cell))];
    Arrays.fill(blanks, ' ');
    if (figure) {
      line.append(blanks).append(cell);
    } else {
      line.append(cell).append(blanks);
    }
  }

  private static int length(String cell) {
    return cell.codePointCount(0, cell.length());
  }

  private static String stripped(StringBuilder line) {
    int end = line.length();
    while (end > 0 && line.charAt(end - 1) == ' ') {
      end--;
    }
    return line.substring(0, end);
  }
}
