package io.gnomon.core.settings;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds names of our own that no setting has, and the nearest right one. Not thread-safe. */
final class Misspellings {

  private final boolean environment;
  private final Set<String> known = new HashSet<>();
  private final List<String> prefixes = new ArrayList<>();

  /**
   * For one kind of names.
   *
   * @param catalog all settings
   * @param environment whether names are those of environment variables
   */
  Misspellings(SettingsCatalog catalog, boolean environment) {
    this.environment = environment;
    for (int group = 0; group < catalog.groups().size(); group++) {
      for (Setting<?> setting : catalog.settings(group)) {
        known.add(environment ? setting.environmentName() : setting.name());
      }
    }
    for (String prefix : catalog.prefixes()) {
      prefixes.add(environment ? Setting.environmentName(prefix) : prefix);
    }
  }

  /** Whether a name that begins as ours do is the name of no setting. */
  boolean isUnknown(String name) {
    return !known.contains(name) && !hasKnownPrefix(name) && !(environment && isServiceLink(name));
  }

  private boolean hasKnownPrefix(String name) {
    for (int i = 0; i < prefixes.size(); i++) {
      if (name.startsWith(prefixes.get(i))) {
        return true;
      }
    }
    return false;
  }

  /** Kubernetes sets such variables in every pod beside a service that is called gnomon. */
  static boolean isServiceLink(String name) {
    return name.contains("_SERVICE_HOST")
        || name.contains("_SERVICE_PORT")
        || name.endsWith("_PORT")
        || name.contains("_TCP")
        || name.contains("_UDP");
  }

  /** The nearest right name, or null if none is near: more than a third would have to change. */
  @Nullable String nearest(String name) {
    String lower = normal(name);
    String nearest = null;
    int least = Math.max(2, name.length() / 3) + 1;
    for (String candidate : known) {
      int distance = distance(lower, normal(candidate), least);
      if (distance < least
          || (distance == least && nearest != null && candidate.compareTo(nearest) < 0)) {
        least = distance;
        nearest = candidate;
      }
    }
    return nearest;
  }

  private static String normal(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '.').replace('-', '.');
  }

  /**
   * Levenshtein's distance by two rows; {@code bound + 1} stands for all that is over the bound.
   */
  private static int distance(String a, String b, int bound) {
    if (Math.abs(a.length() - b.length()) > bound) {
      return bound + 1;
    }
    int[] above = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, Math.min(above[j], row[j - 1]) + 1);
      }
      int[] spare = above;
      above = row;
      row = spare;
    }
    return above[b.length()];
  }
}
