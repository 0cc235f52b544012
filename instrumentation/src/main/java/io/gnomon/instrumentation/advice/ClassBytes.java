package io.gnomon.instrumentation.advice;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Class files as bytes. */
final class ClassBytes {

  private ClassBytes() {}

  /** All that a stream has. */
  static byte[] of(InputStream in) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] part = new byte[8192];
    for (int length = in.read(part); length >= 0; length = in.read(part)) {
      all.write(part, 0, length);
    }
    return all.toByteArray();
  }
}
