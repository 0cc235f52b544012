package io.gnomon.core.propagation;

import io.gnomon.core.spans.TraceContext;
import org.jspecify.annotations.Nullable;

/**
 * {@code traceparent} of W3C Trace Context: {@code 00-{trace id}-{span id}-{flags}}. A version that
 * is not known yet is read by that prefix, as the specification says. Of the flags, sampled and
 * random are known.
 */
final class TraceParent {

  private static final int LENGTH = 55;
  private static final int TRACE = 3;
  private static final int TRACE_END = 35;
  private static final int SPAN = 36;
  private static final int SPAN_END = 52;
  private static final int FLAGS = 53;
  private static final int TWO_DIGITS = 2;
  private static final int FORBIDDEN_VERSION = 0xff;
  private static final int SAMPLED = 1;
  private static final int RANDOM = 2;

  private TraceParent() {}

  static boolean isValid(String header) {
    return header.length() >= LENGTH
        && header.charAt(TRACE - 1) == '-'
        && header.charAt(TRACE_END) == '-'
        && header.charAt(SPAN_END) == '-'
        && Hex.isHex(header, 0, TWO_DIGITS)
        && Hex.isHex(header, TRACE, TRACE_END - TRACE)
        && Hex.isHex(header, SPAN, SPAN_END - SPAN)
        && Hex.isHex(header, FLAGS, TWO_DIGITS)
        && isOfKnownForm(header)
        && (high(header) | low(header)) != 0
        && span(header) != 0;
  }

  private static boolean isOfKnownForm(String header) {
    long version = Hex.value(header, 0, TWO_DIGITS);
    return header.length() == LENGTH
        ? version != FORBIDDEN_VERSION
        : version != 0 && version != FORBIDDEN_VERSION && header.charAt(LENGTH) == '-';
  }

  /** Has a request adopt a valid one. */
  static void adopt(String header, @Nullable String state, TraceContext into) {
    long flags = Hex.value(header, FLAGS, TWO_DIGITS);
    into.adopt(high(header), low(header), span(header), (flags & SAMPLED) != 0, state);
    into.random((flags & RANDOM) != 0);
  }

  /** The flags that are sent, those alone that are known: two digits, of which the first is 0. */
  static char flags(boolean sampled, boolean random) {
    return (char) ('0' + (sampled ? SAMPLED : 0) + (random ? RANDOM : 0));
  }

  private static long high(String header) {
    return Hex.value(header, TRACE, Hex.DIGITS_OF_ID);
  }

  private static long low(String header) {
    return Hex.value(header, TRACE + Hex.DIGITS_OF_ID, Hex.DIGITS_OF_ID);
  }

  private static long span(String header) {
    return Hex.value(header, SPAN, Hex.DIGITS_OF_ID);
  }
}
