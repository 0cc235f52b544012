package io.gnomon.core.propagation;

import io.gnomon.core.spans.TraceContext;

/**
 * {@code b3}: {@code {trace id}-{span id}-{sampled}-{parent}}, the last two optional, of which the
 * parent is not used. A lone decision ({@code 0}) names no trace, so there is nothing to adopt.
 */
final class SingleB3 {

  private SingleB3() {}

  /** Has a request adopt what a header tells; false if it tells no trace. */
  static boolean adopt(String header, TraceContext into) {
    int trace = header.indexOf('-');
    if (!B3.isTraceId(header, Math.max(trace, 0))) {
      return false;
    }
    int span = trace + 1;
    int end = span + Hex.DIGITS_OF_ID;
    if (header.length() < end || !B3.isSpanId(header, span)) {
      return false;
    }
    if (header.length() == end) {
      B3.adopt(header, trace, Hex.value(header, span, Hex.DIGITS_OF_ID), B3.NOT_SAMPLED, into);
      return true;
    }
    int at = end + 1;
    if (header.charAt(end) != '-' || header.length() == at) {
      return false;
    }
    char decision = header.charAt(at);
    if (!isDecision(decision) || !isParent(header, at + 1)) {
      return false;
    }
    B3.adopt(header, trace, Hex.value(header, span, Hex.DIGITS_OF_ID), decision, into);
    return true;
  }

  /** Whether a header is a decision without a trace: valid, and of no use. */
  static boolean isLoneDecision(String header) {
    return header.length() == 1 && isDecision(header.charAt(0));
  }

  private static boolean isDecision(char c) {
    return c == B3.NOT_SAMPLED || c == B3.IS_SAMPLED || c == B3.IS_DEBUG;
  }

  private static boolean isParent(String header, int from) {
    return header.length() == from
        || (header.length() == from + 1 + Hex.DIGITS_OF_ID
            && header.charAt(from) == '-'
            && Hex.isHex(header, from + 1, Hex.DIGITS_OF_ID));
  }
}
