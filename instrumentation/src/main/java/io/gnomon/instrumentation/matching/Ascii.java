package io.gnomon.instrumentation.matching;

import java.nio.charset.StandardCharsets;

/** Names as they stand in class files. */
final class Ascii {

  private Ascii() {}

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
