package io.gnomon.core.log;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Where lines go: a file that is opened at the first line, or stderr. Used by one thread at a time.
 */
final class LogTarget {

  private final String file;
  private final OutputStream stderr;
  private @Nullable OutputStream opened;

  /**
   * A target; opens nothing yet.
   *
   * @param file a path; empty for stderr
   * @param stderr never closed
   */
  LogTarget(String file, OutputStream stderr) {
    this.file = file;
    this.stderr = stderr;
  }

  /**
   * Opens what is not open yet.
   *
   * @return null, or why stderr is used in place of the file
   */
  @Nullable String open() {
    if (opened != null) {
      return null;
    }
    opened = stderr;
    if (file.isEmpty()) {
      return null;
    }
    try {
      opened = new FileOutputStream(file, true);
      return null;
    } catch (IOException | SecurityException failure) {
      String reason = " (" + failure.getMessage() + ")";
      return LogSettings.FILE.name()
          + "="
          + file
          + ": cannot be opened"
          + reason
          + "; using stderr";
    }
  }

  /**
   * Writes a line at once, in one piece.
   *
   * @param line with its line break
   * @return false if it could not be written
   */
  boolean write(byte[] line) {
    OutputStream target = opened == null ? stderr : opened;
    try {
      target.write(line);
      target.flush();
      return true;
    } catch (IOException failure) {
      return false;
    }
  }
}
