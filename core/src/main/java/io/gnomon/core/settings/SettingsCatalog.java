package io.gnomon.core.settings;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * All settings there are, in the order in which they are printed, by group; and the prefixes under
 * which users choose names themselves. Not thread-safe; filled once, at start.
 */
public final class SettingsCatalog {

  private final List<String> groups = new ArrayList<>();
  private final List<List<Setting<?>>> settingsOfGroups = new ArrayList<>();
  private final List<String> prefixes = new ArrayList<>();

  /** An empty catalogue. */
  public SettingsCatalog() {}

  /**
   * Adds a group.
   *
   * @param title its heading, as {@code JDBC}
   * @param settings in print order
   * @return this
   */
  public SettingsCatalog group(String title, List<? extends Setting<?>> settings) {
    groups.add(title);
    settingsOfGroups.add(Collections.unmodifiableList(new ArrayList<Setting<?>>(settings)));
    return this;
  }

  /**
   * Makes every name that begins so a known one.
   *
   * @param prefix as {@code gnomon.budget.}
   * @return this
   */
  public SettingsCatalog knownPrefix(String prefix) {
    prefixes.add(prefix);
    return this;
  }

  /**
   * The headings.
   *
   * @return in print order
   */
  public List<String> groups() {
    return Collections.unmodifiableList(groups);
  }

  /**
   * The settings of a group.
   *
   * @param group its place in {@link #groups()}
   * @return in print order
   */
  public List<Setting<?>> settings(int group) {
    return settingsOfGroups.get(group);
  }

  List<String> prefixes() {
    return prefixes;
  }
}
