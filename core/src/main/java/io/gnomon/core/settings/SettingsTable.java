package io.gnomon.core.settings;

import java.util.List;

/**
 * Prints all settings: for the command line with the values of this environment, for the README
 * without. Not thread-safe.
 */
public final class SettingsTable {

  private static final int NAME = 0;
  private static final int SOURCE = 4;
  private static final String[] HEADINGS = {
    "Setting", "Default", "Type", "Value here", "From", "Meaning"
  };

  /** A longer cell pushes the rest of its line to the right. */
  private static final int MAX_COLUMN_CHARS = 48;

  private static final int COLUMN_GAP = 2;
  private static final String NOT_SET = "-";

  private final SettingsCatalog catalog;

  /**
   * A table.
   *
   * @param catalog what to print, in this order
   */
  public SettingsTable(SettingsCatalog catalog) {
    this.catalog = catalog;
  }

  /**
   * The table for a terminal: each setting with default, type, value in force and its source,
   * meaning. Secrets are masked.
   *
   * @param settings the values
   * @return lines, each with its line break
   */
  public String text(LayeredSettings settings) {
    int[] widths = widths(settings);
    StringBuilder text = new StringBuilder();
    appendRow(text, HEADINGS, widths);
    for (int group = 0; group < catalog.groups().size(); group++) {
      text.append('\n').append(catalog.groups().get(group)).append('\n');
      for (Setting<?> setting : catalog.settings(group)) {
        appendRow(text, cells(setting, settings), widths);
      }
    }
    return text.toString();
  }

  private int[] widths(LayeredSettings settings) {
    int[] widths = new int[HEADINGS.length];
    widen(widths, HEADINGS);
    for (int group = 0; group < catalog.groups().size(); group++) {
      for (Setting<?> setting : catalog.settings(group)) {
        widen(widths, cells(setting, settings));
      }
    }
    return widths;
  }

  private static void widen(int[] widths, String[] cells) {
    for (int i = 0; i < cells.length; i++) {
      widths[i] = Math.max(widths[i], Math.min(cells[i].length(), MAX_COLUMN_CHARS));
    }
  }

  private static String[] cells(Setting<?> setting, LayeredSettings settings) {
    return new String[] {
      setting.name(),
      orNotSet(setting.printable(setting.defaultText())),
      setting.typeText(),
      orNotSet(settings.printable(setting)),
      settings.source(setting),
      setting.meaning()
    };
  }

  private static String orNotSet(String text) {
    return text.isEmpty() ? NOT_SET : text;
  }

  private static void appendRow(StringBuilder text, String[] cells, int[] widths) {
    for (int i = NAME; i <= SOURCE; i++) {
      text.append(cells[i]);
      for (int j = cells[i].length(); j < widths[i] + COLUMN_GAP; j++) {
        text.append(' ');
      }
    }
    text.append(cells[cells.length - 1]).append('\n');
  }

  /**
   * The table for the README: per group a heading and a table of name, default, type, meaning. The
   * same in every environment.
   *
   * @return Markdown, ending with a line break
   */
  public String markdown() {
    StringBuilder text = new StringBuilder();
    List<String> groups = catalog.groups();
    for (int group = 0; group < groups.size(); group++) {
      text.append(group == 0 ? "" : "\n").append("### ").append(groups.get(group)).append("\n\n");
      text.append("| Setting | Default | Type | Meaning |\n|---|---|---|---|\n");
      for (Setting<?> setting : catalog.settings(group)) {
        appendMarkdown(text, setting);
      }
    }
    return text.toString();
  }

  private static void appendMarkdown(StringBuilder text, Setting<?> setting) {
    String value = setting.printable(setting.defaultText());
    text.append("| `").append(setting.name()).append("` | ");
    text.append(value.isEmpty() ? "" : "`" + cell(value) + "`").append(" | ");
    text.append(cell(setting.typeText())).append(" | ");
    text.append(cell(setting.meaning())).append(" |\n");
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace('\n', ' ');
  }
}
