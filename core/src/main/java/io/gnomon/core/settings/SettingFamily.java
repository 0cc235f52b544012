package io.gnomon.core.settings;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Settings of things that users name themselves, as {@code gnomon.budget.NAME.p99}: what their
 * names begin and end with. Immutable, safe for any thread.
 */
public final class SettingFamily {

  /** How long a name may be. */
  public static final int MAX_NAME_LENGTH = 64;

  private final String prefix;
  private final String reserved;
  private final List<String> suffixes;

  /**
   * A family. No suffix may end as another one does, or names of environment variables could be
   * read in two ways.
   *
   * @param prefix as {@code gnomon.budget.}
   * @param reserved what no name may be: behind the prefix it is a setting of its own, as {@code
   *     report}
   * @param suffixes as {@code p99}, {@code error-rate}
   */
  public SettingFamily(String prefix, String reserved, String... suffixes) {
    this.prefix = prefix;
    this.reserved = reserved;
    this.suffixes = Collections.unmodifiableList(Arrays.asList(suffixes));
  }

  /**
   * What all names begin with.
   *
   * @return as {@code gnomon.budget.}
   */
  public String prefix() {
    return prefix;
  }

  /** Whether a key of a source speaks of this family, rightly or not. */
  boolean contains(String key, boolean environment) {
    if (environment) {
      return key.startsWith(Setting.environmentName(prefix))
          && !key.equals(Setting.environmentName(prefix + reserved))
          && !Misspellings.isServiceLink(key);
    }
    return key.startsWith(prefix) && !key.equals(prefix + reserved);
  }

  /** The name that the user chose; null if it is none, or if no setting ends so. */
  @Nullable String name(String key, boolean environment) {
    String rest = key.substring(prefix.length());
    for (String suffix : suffixes) {
      String end = '.' + suffix;
      String ending = environment ? Setting.environmentName(end) : end;
      if (rest.endsWith(ending)) {
        String name = rest.substring(0, rest.length() - ending.length());
        return isName(name) && !name.equalsIgnoreCase(reserved) ? shown(name, environment) : null;
      }
    }
    return null;
  }

  private static String shown(String name, boolean environment) {
    return environment ? name.toLowerCase(Locale.ROOT).replace('_', '-') : name;
  }

  private static boolean isName(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (!letter && !(c >= '0' && c <= '9') && c != '-' && c != '_') {
        return false;
      }
    }
    return !name.isEmpty() && name.length() <= MAX_NAME_LENGTH;
  }

  /** What is told of a key that has no name. */
  String expected() {
    return "expected "
        + prefix
        + "NAME."
        + String.join("|", suffixes)
        + " with a NAME of letters, digits, - and _, "
        + MAX_NAME_LENGTH
        + " at most, but not "
        + reserved
        + "; it is left out";
  }
}
