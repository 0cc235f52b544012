package io.gnomon.exporter.sender;

import java.io.ByteArrayOutputStream;

/**
 * What a request carries. The bytes are not copied to be sent, and room of a usual size is used
 * again. Not thread-safe.
 */
final class Body extends ByteArrayOutputStream {

  /** So much is held between requests: a batch of spans, not all of a large service's series. */
  static final int MAX_KEPT_BYTES = 256 * 1024;

  private static final int MIN_BYTES = 1024;

  Body() {
    super(0);
  }

  /** Begins anew, with room for so many bytes. */
  void begin(int expected) {
    reset();
    if (buf.length < expected) {
      buf = new byte[Math.max(MIN_BYTES, expected)];
    }
  }

  /** The bytes, {@link #size} of them, good until the next beginning. */
  byte[] bytes() {
    return buf;
  }

  /** Lets go of unusually large room. */
  void done() {
    if (buf.length > MAX_KEPT_BYTES) {
      buf = new byte[0];
    }
  }
}
