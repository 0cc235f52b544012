package io.gnomon.agent.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * The file of a report. It is there whole or not at all: a reader never meets half of one, and what
 * is not a plain file (a device, a folder) is never replaced. One thread at a time.
 */
final class ReportFile {

  private static final String TEMPORARY = ".tmp";

  private final String name;

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
   * @throws IOException if there is one that can't be removed, or no folder to write into
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

  /** The file itself, behind links; a plain one or none. */
  private Path path() throws IOException {
    try {
      Path path = Paths.get(name).toAbsolutePath();
      if (!Files.exists(path)) {
        return path;
      }
      if (!Files.isRegularFile(path)) {
        throw new IOException("it is no plain file");
      }
      return path.toRealPath();
    } catch (InvalidPathException e) {
      throw new IOException("it is no path", e);
    }
  }

  private static Path folder(Path file) throws IOException {
    Path folder = file.getParent();
    if (folder == null) {
      throw new IOException("it is no file");
    }
    return folder;
  }
}
