package io.gnomon.core.settings;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** A properties file in UTF-8, read once at start; never throws. */
final class SettingsFile {

  /** A larger file is taken for a mistake and not read. */
  static final long MAX_BYTES = 1 << 20;

  private final Properties properties;
  private final @Nullable String problem;

  private SettingsFile(Properties properties, @Nullable String problem) {
    this.properties = properties;
    this.problem = problem;
  }

  static SettingsFile read(String path) {
    File file = new File(path);
    try {
      if (!file.isFile()) {
        return failed(file.exists() ? "not a regular file" : "no such file");
      }
      if (file.length() > MAX_BYTES) {
        return failed("larger than " + MAX_BYTES + " bytes");
      }
      return load(file);
    } catch (IOException | SecurityException | IllegalArgumentException unreadable) {
      return failed("cannot be read (" + Masking.oneLine(unreadable.toString()) + ")");
    }
  }

  private static SettingsFile load(File file) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = new InputStreamReader(new FileInputStream(file), StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    return new SettingsFile(properties, null);
  }

  private static SettingsFile failed(String problem) {
    return new SettingsFile(new Properties(), problem);
  }

  /** What the file holds; empty if there is a problem. */
  Properties properties() {
    return properties;
  }

  /** Why it could not be read, or null. */
  @Nullable String problem() {
    return problem;
  }
}
