package io.gnomon.benchmarks.overhead.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * How much of a jar a process made classes of. Agents keep most of their classes under a folder of
 * the jar and under a suffix that no other class loader looks for; a class is found there by its
 * name.
 */
public final class LoadedClasses {

  private static final List<String> SUFFIXES = List.of(".class", ".classdata", ".esclazz");

  private LoadedClasses() {}

  /**
   * The option that makes a JVM write down what it loads.
   *
   * @param log the file to write
   * @return to be given to {@link #compressedBytes} once the JVM has ended
   */
  public static String jvmOption(Path log) {
    return "-Xlog:class+load:file=" + log + ":none";
  }

  /**
   * Adds up the compressed sizes of entries whose classes were loaded.
   *
   * @param jar the agent
   * @param log as {@link #jvmOption} made it
   * @return bytes
   * @throws IOException if one can't be read
   */
  public static long compressedBytes(Path jar, Path log) throws IOException {
    Map<String, ZipEntry> entries = byClassName(jar);
    Set<ZipEntry> touched = new HashSet<>();
    try (Stream<String> lines = Files.lines(log)) {
      lines
          .map(line -> entries.get(className(line)))
          .filter(Objects::nonNull)
          .forEach(touched::add);
    }
    return touched.stream().mapToLong(ZipEntry::getCompressedSize).sum();
  }

  private static String className(String line) {
    int space = line.indexOf(' ');
    return space < 0 ? line : line.substring(0, space);
  }

  private static Map<String, ZipEntry> byClassName(Path jar) throws IOException {
    Map<String, ZipEntry> entries = new HashMap<>();
    try (JarFile file = new JarFile(jar.toFile())) {
      for (Enumeration<? extends ZipEntry> all = file.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        String path = entry.getName();
        SUFFIXES.stream()
            .filter(path::endsWith)
            .findFirst()
            .map(suffix -> path.substring(0, path.length() - suffix.length()).replace('/', '.'))
            .ifPresent(
                name -> {
                  entries.put(name, entry);
                  entries.putIfAbsent(name.substring(name.indexOf('.') + 1), entry);
                });
      }
    }
    return entries;
  }
}
