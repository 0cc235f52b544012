package io.gnomon.otlpreceiver;

import java.util.ArrayList;
import java.util.List;

/** A plain-text table: the first column is wide and left-aligned, the others hold figures. */
final class Table {

  static final int FIRST_COLUMN = 44;
  private static final int COLUMN = 9;

  private final List<String> lines = new ArrayList<>();

  Table(String... head) {
    row(head);
    lines.add("-".repeat(FIRST_COLUMN + COLUMN * (head.length - 1)));
  }

  void row(String... cells) {
    StringBuilder line = new StringBuilder(pad(cut(cells[0], FIRST_COLUMN), FIRST_COLUMN));
    for (int i = 1; i < cells.length; i++) {
      line.append(" ".repeat(Math.max(1, COLUMN - cells[i].length()))).append(cells[i]);
    }
    lines.add(line.toString());
  }

  static String cut(String text, int width) {
    String oneLine = text.replace('\n', ' ').replace('\r', ' ');
    return oneLine.length() <= width ? oneLine : oneLine.substring(0, width - 3) + "...";
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  @Override
  public String toString() {
    return String.join("\n", lines) + "\n";
  }
}
