package com.example.drivers;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** The classes of a jar that are, or stand above, one of JDBC's types; read without loading. */
final class DriverJar {

  private static final String SUFFIX = ".class";
  private static final String VERSIONS = "META-INF/";
  private static final int BUFFER_BYTES = 16 * 1024;

  private final Map<String, ClassFile> files = new HashMap<>();

  private DriverJar() {}

  static DriverJar read(File file) throws IOException {
    DriverJar jar = new DriverJar();
    try (JarFile entries = new JarFile(file)) {
      for (Enumeration<JarEntry> all = entries.entries(); all.hasMoreElements(); ) {
        JarEntry entry = all.nextElement();
        String name = entry.getName();
        if (name.endsWith(SUFFIX) && !name.startsWith(VERSIONS) && !name.endsWith("-info.class")) {
          ClassFile read = ClassFile.outline(bytes(entries, entry));
          jar.files.put(read.name(), read);
        }
      }
    }
    return jar;
  }

  private static byte[] bytes(JarFile jar, JarEntry entry) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] buffer = new byte[BUFFER_BYTES];
    try (InputStream in = jar.getInputStream(entry)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        all.write(buffer, 0, read);
      }
    }
    return all.toByteArray();
  }

  /** The classes by name, each with the type that it or a subclass implements. No interfaces. */
  Map<String, JdbcType> classes() {
    Map<String, JdbcType> found = new TreeMap<>();
    for (JdbcType type : JdbcType.values()) {
      for (ClassFile file : files.values()) {
        Set<String> ancestors = new HashSet<>();
        collectAncestors(file, ancestors);
        if (!file.isInterface() && ancestors.contains(type.internalName)) {
          ancestors.add(file.name());
          addClasses(ancestors, type, found);
        }
      }
    }
    return found;
  }

  private void addClasses(Set<String> names, JdbcType type, Map<String, JdbcType> found) {
    for (String name : names) {
      ClassFile file = files.get(name);
      if (file != null && !file.isInterface()) {
        found.putIfAbsent(name, type);
      }
    }
  }

  private void collectAncestors(ClassFile file, Set<String> ancestors) {
    for (String parent : file == null ? Collections.<String>emptySet() : file.parents) {
      if (ancestors.add(parent)) {
        collectAncestors(files.get(parent), ancestors);
      }
    }
  }
}
