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
      B3.adopt(header, trace, Hex.value(header, span, Hex.DIGITS_OF_ID), false, into);
      return true;
    }
    int decision = end + 1;
    if (header.charAt(end) != '-' || header.length() == decision) {
      return false;
    }
    char sampled = header.charAt(decision);
    if ((sampled != '0' && sampled != '1' && sampled != 'd') || !isParent(header, decision + 1)) {
      return false;
    }
    B3.adopt(header, trace, Hex.value(header, span, Hex.DIGITS_OF_ID), sampled != '0', into);
    return true;
  }

  private static boolean isParent(String header, int from) {
    return header.length() == from
        || (header.length() == from + 1 + Hex.DIGITS_OF_ID
            && header.charAt(from) == '-'
            && Hex.isHex(header, from + 1, Hex.DIGITS_OF_ID));
  }
}
