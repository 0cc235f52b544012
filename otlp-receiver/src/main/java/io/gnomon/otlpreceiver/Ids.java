package io.gnomon.otlpreceiver;

import com.google.protobuf.ByteString;
import java.util.HexFormat;

/** Ids as texts. Stateless. */
final class Ids {

  private static final int TRACE_DIGITS = 32;
  private static final int SPAN_DIGITS = 16;

  private Ids() {}

  static String hex(ByteString id) {
    return HexFormat.of().formatHex(id.toByteArray());
  }

  static boolean isTrace(String id) {
    return isValid(id, TRACE_DIGITS);
  }

  static boolean isSpan(String id) {
    return isValid(id, SPAN_DIGITS);
  }

  private static boolean isValid(String id, int digits) {
    return id.length() == digits && id.chars().anyMatch(digit -> digit != '0');
  }
}
