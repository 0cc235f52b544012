package io.gnomon.agent.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The file of a report. It is there whole or not at all: a reader never meets half of one, and what
 * is no report (a device, a folder, a file with something else) is never replaced. One thread at a
 * time.
 */
final class ReportFile {

  private static final String TEMPORARY = ".tmp";
  private static final String NO_REPORT = "it is no report";

  /** As many links in a row as Linux follows. */
  private static final int MOST_LINKS = 40;

  /** A report begins with its schema. */
  private static final int HEAD_BYTES = 64;

  private final String name;
  private @Nullable Path resolved;
  private boolean refused;

  /**
   * A file, not touched yet.
   *
   * @param name its path, relative to where the service was started
   */
  ReportFile(String name) {
    this.name = name;
  }

  /**
   * Takes away what an earlier run left, so that a run that is killed leaves no report at all.
   *
   * @throws IOException if what is there is no report or can't be removed, or there is no folder to
   *     write into
   */
  void clear() throws IOException {
    Path file = path();
    if (Files.exists(file)) {
      Files.delete(file);
    } else if (!Files.isDirectory(folder(file))) {
      throw new IOException("its folder does not exist");
    }
  }

  /**
   * Writes it anew.
   *
   * @param text all that it is to hold
   * @throws IOException if it can't be written; an older report is left as it was
   */
  void write(String text) throws IOException {
    Path file = path();
    String unique = "." + Long.toHexString(System.nanoTime()) + TEMPORARY;
    Path temporary = folder(file).resolve(file.getFileName() + unique);
    try {
      Files.write(
          temporary,
          text.getBytes(StandardCharsets.UTF_8),
          StandardOpenOption.CREATE_NEW,
          StandardOpenOption.WRITE);
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /** Whether something else was found in its place, which is left alone until the end. */
  boolean isRefused() {
    return refused;
  }

  /** The file itself, behind links; a report, an empty file or none. */
  private Path path() throws IOException {
    Path path = resolved();
    if (Files.exists(path)) {
      if (!Files.isRegularFile(path)) {
        throw new IOException("it is no plain file");
      }
      refused |= !isReport(path);
    }
    if (refused) {
      throw new IOException(NO_REPORT);
    }
    return path;
  }

  /** Found once: without the file, nothing would tell any more where a link led to. */
  private Path resolved() throws IOException {
    Path path = resolved;
    if (path == null) {
      try {
        path = behindLinks(Paths.get(name).toAbsolutePath());
      } catch (InvalidPathException e) {
        throw new IOException("it is no path", e);
      }
      resolved = path;
    }
    return path;
  }

  private static Path behindLinks(Path named) throws IOException {
    if (Files.exists(named)) {
      return named.toRealPath();
    }
    Path path = named;
    for (int links = 0; Files.isSymbolicLink(path); links++) {
      if (links == MOST_LINKS) {
        throw new IOException("its links lead nowhere");
      }
      path = folder(path).toRealPath().resolve(Files.readSymbolicLink(path));
    }
    return path;
  }

  private static boolean isReport(Path file) throws IOException {
    byte[] head = new byte[HEAD_BYTES];
    int length = 0;
    try (InputStream in = Files.newInputStream(file)) {
      int read = in.read(head);
      while (read > 0) {
        length += read;
        read = in.read(head, length, HEAD_BYTES - length);
      }
    }
    String text = new String(head, 0, length, StandardCharsets.UTF_8);
    boolean begun = text.startsWith("{") && text.contains('"' + ReportFields.SCHEMA_VERSION + '"');
    return begun || text.isEmpty();
  }

  private static Path folder(Path file) throws IOException {
    Path folder = file.getParent();
    if (folder == null) {
      throw new IOException("it is no file");
    }
    return folder;
  }
}
