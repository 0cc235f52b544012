package io.gnomon.agent.start;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The version of this agent, as the build wrote it into the jar. */
final class Version {

  private static final int LONGEST_BYTES = 64;

  private Version() {}

  /** As {@code 1.0.0}, or {@code unknown} if the jar lacks it. */
  static String text() {
    try (InputStream in = Version.class.getResourceAsStream("version.txt")) {
      if (in == null) {
        return "unknown";
      }
      byte[] bytes = new byte[LONGEST_BYTES];
      int length = in.read(bytes);
      return new String(bytes, 0, Math.max(0, length), StandardCharsets.US_ASCII).trim();
    } catch (IOException unreadable) {
      return "unknown";
    }
  }
}
