package io.gnomon.servlet.carriers;

import org.jspecify.annotations.Nullable;

/** The protocol of a request line as {@code network.protocol.version}. */
public final class Protocols {

  private static final String[] NAMES = {
    "HTTP/1.1", "HTTP/2.0", "HTTP/2", "HTTP/1.0", "HTTP/3.0", "HTTP/3", "HTTP/0.9"
  };
  private static final String[] VERSIONS = {"1.1", "2", "2", "1.0", "3", "3", "0.9"};

  private Protocols() {}

  /**
   * The version alone.
   *
   * @param protocol as {@code HTTP/1.1}, or the version itself
   * @return as {@code 1.1} or {@code 2}; null if it is not one of HTTP
   */
  public static @Nullable String version(@Nullable String protocol) {
    for (int i = 0; i < NAMES.length; i++) {
      if (NAMES[i].equals(protocol)) {
        return VERSIONS[i];
      }
    }
    return null;
  }
}
