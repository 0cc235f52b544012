package io.gnomon.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a JVM of 17 or newer had its classes from, told by its log. Hidden classes, as those of
 * lambdas, have no name that two JVMs share: they are left out.
 */
public final class ClassLoads {

  private static final Pattern LOADED = Pattern.compile("(\\S+) source: (.*)");
  private static final Pattern CLASS =
      Pattern.compile(" klass: (\\w+) super: (\\w+) .*?(bytes: \\d+ checksum: .*)?");
  private static final String ARCHIVE = "shared objects file";
  private static final String REDEFINED = "__VM_RedefineClasses__";

  private final Map<String, String> sources = new HashMap<>();
  private final Map<String, String> bytes = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, String> supers = new HashMap<>();
  private final Set<String> redefined = new HashSet<>();

  private ClassLoads() {}

  /**
   * The option that has JVMs write such logs. Each its own: the one that puts an AOT cache together
   * has the options of the one that was trained.
   *
   * @param folder where to
   * @return as {@code -Xlog:class+load}
   */
  public static String option(Path folder) {
    return "-Xlog:class+load=debug:file=" + log(folder, "%p") + ":none";
  }

  private static Path log(Path folder, String pid) {
    return folder.resolve(pid + ".log");
  }

  /**
   * Reads a log.
   *
   * @param folder where it lies
   * @param pid of a JVM that has ended
   * @return what it tells
   */
  public static ClassLoads read(Path folder, long pid) {
    ClassLoads loads = new ClassLoads();
    String last = "";
    try {
      for (String line : Files.readAllLines(log(folder, Long.toString(pid)))) {
        Matcher loaded = LOADED.matcher(line);
        Matcher details = CLASS.matcher(line);
        if (loaded.matches()) {
          last = loads.first(loaded.group(1), loaded.group(2));
        } else if (details.matches() && !last.isEmpty()) {
          loads.details(last, details);
        }
      }
      return loads;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the name, or an empty one if what follows says nothing of the class's first load. */
  private String first(String name, String source) {
    if (source.equals(REDEFINED)) {
      redefined.add(name);
      return "";
    }
    boolean isFirst = !name.contains("/") && sources.putIfAbsent(name, source) == null;
    return isFirst ? name : "";
  }

  private void details(String name, Matcher details) {
    names.put(details.group(1), name);
    supers.put(name, details.group(2));
    if (details.group(3) != null) {
      bytes.put(name, details.group(3));
    }
  }

  /**
   * The classes that were loaded from an archive, the JDK's own or another.
   *
   * @return their names
   */
  public Set<String> archived() {
    Set<String> archived = new HashSet<>(sources.keySet());
    archived.removeIf(name -> !isArchived(name));
    return archived;
  }

  /**
   * The classes of this archive that another JVM had from elsewhere; not those that it did not
   * load.
   *
   * @param other with the same archive
   * @return their names
   */
  public Set<String> lostIn(ClassLoads other) {
    Set<String> lost = archived();
    lost.removeIf(name -> !other.sources.containsKey(name) || other.isArchived(name));
    return lost;
  }

  private boolean isArchived(String name) {
    return sources.getOrDefault(name, "").startsWith(ARCHIVE);
  }

  /**
   * The bytes of a class that was not loaded from an archive.
   *
   * @param name of the class
   * @return their number and checksum, empty if the log has none
   */
  public String bytes(String name) {
    return bytes.getOrDefault(name, "");
  }

  /**
   * The superclass.
   *
   * @param name of the class
   * @return its name, empty above {@code Object} and above what is not known
   */
  public String superclass(String name) {
    return names.getOrDefault(supers.getOrDefault(name, ""), "");
  }

  /**
   * The classes that were changed after their load.
   *
   * @return their names
   */
  public Set<String> redefined() {
    return Set.copyOf(redefined);
  }
}
