package io.gnomon.exporter.resource;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import org.jspecify.annotations.Nullable;

/** What the process knows of itself; null where it does not. For the export thread: may block. */
final class ProcessFacts {

  private ProcessFacts() {}

  static @Nullable String hostName() {
    String name = firstLine("/proc/sys/kernel/hostname");
    if (name == null) {
      name = System.getenv("HOSTNAME");
    }
    if (name == null) {
      name = System.getenv("COMPUTERNAME");
    }
    if (name != null) {
      return name;
    }
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return null;
    }
  }

  static @Nullable Long pid() {
    try {
      String linux = new File("/proc/self").getCanonicalFile().getName();
      return Long.valueOf(linux.equals("self") ? pidOfRuntimeName() : linux);
    } catch (IOException | NumberFormatException | LinkageError e) {
      // The last one from a JVM without the module java.management.
      return null;
    }
  }

  /** HotSpot and OpenJ9 name a JVM {@code pid@host}. */
  private static String pidOfRuntimeName() {
    String name = ManagementFactory.getRuntimeMXBean().getName();
    int at = name.indexOf('@');
    return at < 0 ? name : name.substring(0, at);
  }

  /** The name of the jar that {@code java -jar} started, without its ending; arguments are not. */
  static @Nullable String mainJar() {
    String command = System.getProperty("sun.java.command", "");
    int space = command.indexOf(' ');
    String first = space < 0 ? command : command.substring(0, space);
    int slash = Math.max(first.lastIndexOf('/'), first.lastIndexOf('\\'));
    boolean jar = first.endsWith(".jar") && first.length() - ".jar".length() > slash + 1;
    return jar ? first.substring(slash + 1, first.length() - ".jar".length()) : null;
  }

  private static @Nullable String firstLine(String file) {
    try {
      Path path = Paths.get(file);
      String text = new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
      int end = text.indexOf('\n');
      String line = (end < 0 ? text : text.substring(0, end)).trim();
      return line.isEmpty() ? null : line;
    } catch (IOException | InvalidPathException e) {
      return null;
    }
  }
}
