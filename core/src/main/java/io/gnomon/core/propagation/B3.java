package io.gnomon.core.propagation;

import io.gnomon.core.spans.TraceContext;

/** What both forms of B3 share, and the one of several headers. */
final class B3 {

  static final String SINGLE = "b3";
  static final String TRACE_ID = "X-B3-TraceId";
  static final String SPAN_ID = "X-B3-SpanId";
  static final String SAMPLED = "X-B3-Sampled";
  static final String FLAGS = "X-B3-Flags";

  /** The decisions, as both forms write them; that of debug implies that it is sampled. */
  static final char NOT_SAMPLED = '0';

  static final char IS_SAMPLED = '1';
  static final char IS_DEBUG = 'd';

  private B3() {}

  /** Whether a text begins with an id of 64 or 128 bits, of this length and not 0. */
  static boolean isTraceId(String text, int length) {
    return (length == Hex.DIGITS_OF_ID || length == 2 * Hex.DIGITS_OF_ID)
        && Hex.isHex(text, 0, length)
        && (high(text, length) | low(text, length)) != 0;
  }

  /** Whether there is an id of a span, not 0, at a place of a text that it is long enough for. */
  static boolean isSpanId(String text, int from) {
    return Hex.isHex(text, from, Hex.DIGITS_OF_ID) && Hex.value(text, from, Hex.DIGITS_OF_ID) != 0;
  }

  /** Has a request adopt a valid trace's id, which a text begins with, by one of the decisions. */
  static void adopt(String trace, int length, long span, char decision, TraceContext into) {
    into.adopt(high(trace, length), low(trace, length), span, decision != NOT_SAMPLED, null);
    into.debug(decision == IS_DEBUG);
  }

  /** What is sent as the decision. */
  static char decision(TraceContext trace, boolean sampled) {
    return trace.isDebug() ? IS_DEBUG : sampled ? IS_SAMPLED : NOT_SAMPLED;
  }

  private static long high(String trace, int length) {
    return length == Hex.DIGITS_OF_ID ? 0 : Hex.value(trace, 0, Hex.DIGITS_OF_ID);
  }

  private static long low(String trace, int length) {
    return Hex.value(trace, length - Hex.DIGITS_OF_ID, Hex.DIGITS_OF_ID);
  }

  /** Has a request adopt what the headers of either form tell; false if they tell no trace. */
  static boolean adopt(
      HeaderSource source, Object carrier, DroppedHeaders dropped, TraceContext into) {
    String single = source.header(carrier, SINGLE);
    if (single != null) {
      if (SingleB3.adopt(single, into)) {
        return true;
      }
      if (!SingleB3.isLoneDecision(single)) {
        dropped.count(SINGLE);
      }
    }
    return adoptMulti(source, carrier, dropped, into);
  }

  private static boolean adoptMulti(
      HeaderSource source, Object carrier, DroppedHeaders dropped, TraceContext into) {
    String trace = source.header(carrier, TRACE_ID);
    if (trace == null) {
      return false;
    }
    String span = source.header(carrier, SPAN_ID);
    if (span == null || !isTraceId(trace, trace.length())) {
      dropped.count(TRACE_ID);
      return false;
    }
    if (span.length() != Hex.DIGITS_OF_ID || !isSpanId(span, 0)) {
      dropped.count(SPAN_ID);
      return false;
    }
    char decision = decision(source, carrier, dropped);
    adopt(trace, trace.length(), Hex.value(span, 0, Hex.DIGITS_OF_ID), decision, into);
    return true;
  }

  /** {@code true} and {@code false} are what older senders write. */
  private static char decision(HeaderSource source, Object carrier, DroppedHeaders dropped) {
    if ("1".equals(source.header(carrier, FLAGS))) {
      return IS_DEBUG;
    }
    String sampled = source.header(carrier, SAMPLED);
    if ("1".equals(sampled) || "true".equals(sampled)) {
      return IS_SAMPLED;
    }
    if (sampled != null && !"0".equals(sampled) && !"false".equals(sampled)) {
      dropped.count(SAMPLED);
    }
    return NOT_SAMPLED;
  }
}
