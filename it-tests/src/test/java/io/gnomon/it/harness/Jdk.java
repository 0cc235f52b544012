package io.gnomon.it.harness;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A JDK to run services on.
 *
 * @param home where it lies
 * @param feature its version, as 8 or 17
 */
public record Jdk(Path home, int feature) {

  private static final Path DEBIAN = Path.of("/usr/lib/jvm");
  private static final Pattern VERSION = Pattern.compile("version \"(?:1\\.)?(\\d+)");
  private static final long PATIENCE_SECONDS = 60;

  /**
   * The one that runs the tests.
   *
   * @return it
   */
  public static Jdk ofBuild() {
    return new Jdk(Path.of(System.getProperty("java.home")), Runtime.version().feature());
  }

  /**
   * One of each other version, from {@code gnomon.it.jdks} or {@code GNOMON_IT_JDKS} (a list of
   * homes) and from where Debian puts them.
   *
   * @return sorted by version
   */
  public static List<Jdk> others() {
    Map<Integer, Jdk> found = new TreeMap<>();
    for (Path home : candidates()) {
      if (Files.isExecutable(home.resolve("bin/java"))) {
        int feature = featureOf(home);
        found.putIfAbsent(feature, new Jdk(home, feature));
      }
    }
    found.remove(ofBuild().feature());
    return List.copyOf(found.values());
  }

  /**
   * The others, if the Maven profile {@code jdk-matrix} asks for all tests on all JDKs.
   *
   * @return empty without the profile
   */
  public static List<Jdk> ofMatrix() {
    return Boolean.getBoolean("gnomon.it.matrix") ? others() : List.of();
  }

  private static List<Path> candidates() {
    List<Path> homes = new ArrayList<>();
    for (String list : List.of(property(), System.getenv().getOrDefault("GNOMON_IT_JDKS", ""))) {
      for (String home : list.split(File.pathSeparator)) {
        if (!home.isBlank()) {
          homes.add(Path.of(home.strip()));
        }
      }
    }
    if (Files.isDirectory(DEBIAN)) {
      try (Stream<Path> installed = Files.list(DEBIAN)) {
        installed.sorted().forEach(homes::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return homes;
  }

  private static String property() {
    return System.getProperty("gnomon.it.jdks", "");
  }

  private static int featureOf(Path home) {
    Command.Result told =
        Command.run(
            List.of(home.resolve("bin/java").toString(), "-version"), Map.of(), PATIENCE_SECONDS);
    Matcher version = VERSION.matcher(told.err() + told.out());
    if (!version.find()) {
      throw new IllegalStateException(home + " tells no version: " + told);
    }
    return Integer.parseInt(version.group(1));
  }

  /**
   * One of its programs.
   *
   * @param name as {@code java}
   * @return its path
   */
  public String tool(String name) {
    return home.resolve("bin").resolve(name).toString();
  }

  @Override
  public String toString() {
    return "JDK " + feature + " (" + home + ")";
  }
}
