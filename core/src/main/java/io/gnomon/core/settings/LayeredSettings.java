package io.gnomon.core.settings;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a process: system property, environment variable, agent argument, properties file
 * ({@code gnomon.config.file}), default, in this order. An empty value counts as not set; a wrong
 * one gives the default and not what the next source says. Mistakes are collected as lines and
 * never thrown. System properties and the file are read when this is built. Not thread-safe: built
 * and read by one thread, at start; it may be handed to another that then has it alone.
 */
public final class LayeredSettings implements SettingsReader {

  /** How many mistakes are told at most; the rest is counted in the last line. */
  static final int MAX_PROBLEMS = 100;

  private static final String DEFAULT_SOURCE = "default";
  private static final String OURS = "gnomon";
  private static final int ENVIRONMENT = 1;
  private static final int FILE = 3;
  private static final String[] LABELS = {
    "system property ", "environment variable ", "agent argument ", "file "
  };

  private final List<Map<String, String>> layers = new ArrayList<>(LABELS.length);
  private final Set<String> problems = new LinkedHashSet<>();
  private int problemsNotTold;

  /**
   * Settings of given sources.
   *
   * @param system as {@code System.getProperties()}
   * @param environment as {@code System.getenv()}
   * @param agentArguments as {@code key=value,key2=value2}; what does not begin a setting's name
   *     belongs to the value before it, so that a value may hold commas
   */
  public LayeredSettings(
      Properties system, Map<String, String> environment, @Nullable String agentArguments) {
    layers.add(strings(system));
    layers.add(environment);
    layers.add(arguments(agentArguments == null ? "" : agentArguments));
    layers.add(file());
  }

  private Map<String, String> arguments(String text) {
    if (text.isEmpty()) {
      return Collections.emptyMap();
    }
    AgentArguments arguments = new AgentArguments(text);
    for (String problem : arguments.problems()) {
      problem(problem);
    }
    return arguments.values();
  }

  /**
   * Settings of this JVM. A source that may not be read (SecurityManager) counts as empty.
   *
   * @param agentArguments what stands behind the jar in {@code -javaagent:}, or null
   * @return the settings
   */
  public static LayeredSettings ofProcess(@Nullable String agentArguments) {
    Properties system = new Properties();
    Map<String, String> environment = Collections.emptyMap();
    try {
      system = System.getProperties();
      environment = System.getenv();
    } catch (RuntimeException denied) {
      return withoutAccess(system, environment, agentArguments);
    }
    return new LayeredSettings(system, environment, agentArguments);
  }

  private static LayeredSettings withoutAccess(
      Properties system, Map<String, String> environment, @Nullable String agentArguments) {
    LayeredSettings settings = new LayeredSettings(system, environment, agentArguments);
    settings.problem("system properties or environment may not be read; using the rest");
    return settings;
  }

  private static Map<String, String> strings(Properties properties) {
    Map<String, String> strings = new HashMap<>();
    for (String name : properties.stringPropertyNames()) {
      String value = properties.getProperty(name);
      if (value != null) {
        strings.put(name, value);
      }
    }
    return strings;
  }

  private Map<String, String> file() {
    Setting<String> setting = GeneralSettings.CONFIG_FILE;
    String path = get(setting);
    if (path.isEmpty()) {
      return Collections.emptyMap();
    }
    SettingsFile file = SettingsFile.read(path);
    if (file.problem() != null) {
      problem(told(setting, path, layerOf(setting)) + file.problem() + "; going on without it");
    }
    return strings(file.properties());
  }

  @Override
  public <T> T get(Setting<T> setting) {
    int layer = layerOf(setting);
    if (layer < 0) {
      return setting.defaultValue();
    }
    String text = text(setting, layer);
    T value = setting.parse(text);
    if (value != null) {
      return value;
    }
    String fallback = setting.fallbackText();
    String used = fallback.isEmpty() ? "none" : setting.printable(fallback);
    problem(told(setting, text, layer) + "expected " + setting.expected() + "; using " + used);
    T instead = setting.parse(fallback);
    return instead == null ? setting.defaultValue() : instead;
  }

  /** The first layer that has a value, or -1. */
  private int layerOf(Setting<?> setting) {
    for (int layer = 0; layer < layers.size(); layer++) {
      if (!text(setting, layer).isEmpty()) {
        return layer;
      }
    }
    return -1;
  }

  private String text(Setting<?> setting, int layer) {
    String text = layers.get(layer).get(nameIn(setting, layer));
    return text == null ? "" : text.trim();
  }

  private static String nameIn(Setting<?> setting, int layer) {
    return layer == ENVIRONMENT ? setting.environmentName() : setting.name();
  }

  private String told(Setting<?> setting, String text, int layer) {
    String source = label(layer, nameIn(setting, layer));
    return setting.name() + "=" + setting.printable(text) + " (" + source + "): ";
  }

  private String label(int layer, String name) {
    String label = LABELS[layer];
    return layer == FILE ? label + printableFile() : label + Masking.oneLine(name);
  }

  private String printableFile() {
    return GeneralSettings.CONFIG_FILE.printable(get(GeneralSettings.CONFIG_FILE));
  }

  /**
   * Whether any source has a value, be it right or wrong.
   *
   * @param setting which
   * @return false if the default holds for want of one
   */
  public boolean isSet(Setting<?> setting) {
    return layerOf(setting) >= 0;
  }

  /**
   * The names that users chose for the things of a family, in any source. What no setting of the
   * family has is noted as a problem.
   *
   * @param family which
   * @return distinct names in ascending order; one that only the environment has is in lower case,
   *     with a hyphen for each underscore
   */
  public List<String> names(SettingFamily family) {
    Set<String> names = new TreeSet<>();
    for (int layer = 0; layer < layers.size(); layer++) {
      if (layer != ENVIRONMENT) {
        collectNames(family, layer, names);
      }
    }
    collectNames(family, ENVIRONMENT, names);
    return new ArrayList<>(names);
  }

  private void collectNames(SettingFamily family, int layer, Set<String> names) {
    boolean environment = layer == ENVIRONMENT;
    for (String key : keys(family, layer)) {
      String name = family.name(key, environment);
      if (name == null) {
        problem(label(layer, key) + unknownIn(layer, key) + ": " + family.expected());
      } else if (!environment || !isNamed(name, names)) {
        names.add(name);
      }
    }
  }

  /** In ascending order, so that mistakes are told in the same order each time. */
  private List<String> keys(SettingFamily family, int layer) {
    List<String> keys = new ArrayList<>();
    for (Map.Entry<String, String> entry : layers.get(layer).entrySet()) {
      if (family.contains(entry.getKey(), layer == ENVIRONMENT)
          && !entry.getValue().trim().isEmpty()) {
        keys.add(entry.getKey());
      }
    }
    Collections.sort(keys);
    return keys;
  }

  private static boolean isNamed(String name, Set<String> names) {
    for (String known : names) {
      if (Setting.environmentName(known).equals(Setting.environmentName(name))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Notes a mistake that only the reader of several settings sees.
   *
   * @param line what is wrong, what is expected, what is used instead
   */
  public void note(String line) {
    problem(Masking.oneLine(line));
  }

  /**
   * Where the value in force comes from.
   *
   * @param setting which
   * @return as {@code environment variable GNOMON_ENABLED}, or {@code default}
   */
  public String source(Setting<?> setting) {
    int layer = layerOf(setting);
    boolean given = layer >= 0 && setting.parse(text(setting, layer)) != null;
    return given ? label(layer, nameIn(setting, layer)) : DEFAULT_SOURCE;
  }

  /**
   * The value in force, as it may be printed: secrets masked, one line, bounded.
   *
   * @param setting which
   * @return empty for "not set"
   */
  public String printable(Setting<?> setting) {
    int layer = layerOf(setting);
    if (layer < 0) {
      return setting.printable(setting.defaultText());
    }
    String text = text(setting, layer);
    return setting.printable(setting.parse(text) == null ? setting.fallbackText() : text);
  }

  /**
   * Notes each name of ours, in any source, that no setting has. The class that does it is loaded
   * only if there is a name of ours; better called by a thread of ours than in {@code premain}.
   *
   * @param catalog all settings there are
   */
  public void checkNames(SettingsCatalog catalog) {
    for (int layer = 0; layer < layers.size(); layer++) {
      List<String> names = namesOfOurs(layers.get(layer));
      if (!names.isEmpty()) {
        Collections.sort(names);
        checkNames(layer, names, new Misspellings(catalog, layer == ENVIRONMENT));
      }
    }
  }

  private void checkNames(int layer, List<String> names, Misspellings misspellings) {
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      if (misspellings.isUnknown(name)) {
        String nearest = misspellings.nearest(name);
        String hint = nearest == null ? "" : "; did you mean " + nearest + "?";
        problem(label(layer, name) + unknownIn(layer, name) + ": no such setting" + hint);
      }
    }
  }

  private static List<String> namesOfOurs(Map<String, String> layer) {
    List<String> names = new ArrayList<>();
    for (String name : layer.keySet()) {
      int end = OURS.length();
      if (name.regionMatches(true, 0, OURS, 0, end)
          && name.length() > end
          && (name.charAt(end) == '.' || name.charAt(end) == '_' || name.charAt(end) == '-')) {
        names.add(name);
      }
    }
    return names;
  }

  private static String unknownIn(int layer, String name) {
    return layer == FILE ? ", " + Masking.oneLine(name) : "";
  }

  private void problem(String line) {
    if (problems.size() < MAX_PROBLEMS) {
      problems.add(line);
    } else if (!problems.contains(line)) {
      problemsNotTold++;
    }
  }

  /**
   * What is wrong so far, each mistake once.
   *
   * @return lines, at most {@value #MAX_PROBLEMS} and one that counts the rest
   */
  public List<String> problems() {
    List<String> lines = new ArrayList<>(problems);
    if (problemsNotTold > 0) {
      lines.add(problemsNotTold + " more problems with settings");
    }
    return lines;
  }
}
