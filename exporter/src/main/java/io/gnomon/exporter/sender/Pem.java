package io.gnomon.exporter.sender;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;

/** Certificates and keys, read from files. */
final class Pem {

  /** The largest file that is read. */
  static final long MAX_BYTES = 4L * 1024 * 1024;

  private Pem() {}

  static byte[] read(String file) {
    Path path = Paths.get(file);
    try {
      if (Files.size(path) > MAX_BYTES) {
        throw new IllegalStateException("too large for a certificate: " + file);
      }
      return Files.readAllBytes(path);
    } catch (IOException e) {
      throw new IllegalStateException("can't read " + file + ": " + SendReport.describe(e), e);
    }
  }
}
