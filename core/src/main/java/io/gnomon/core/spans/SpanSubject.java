package io.gnomon.core.spans;

import io.gnomon.core.attributes.AttributeSet;

/**
 * What a span is about: a query, a call to another service, a dispatch. Asked only once its trace
 * is to be exported, on a thread of ours. Implementations are immutable, or final by then, and hold
 * nothing of the application's but texts.
 */
public interface SpanSubject {

  /**
   * What it is.
   *
   * @return CLIENT or INTERNAL
   */
  SpanKind spanKind();

  /**
   * Its name by the conventions, of low cardinality.
   *
   * @return not empty, at most 255 characters
   */
  String spanName();

  /**
   * What tells it apart in one line, in a list of spans that found no room.
   *
   * @return its name, unless that of others is the same
   */
  default String shortText() {
    return spanName();
  }

  /**
   * Says what is known of it.
   *
   * @param attributes gets attributes by the conventions
   */
  void describe(AttributeSet.Builder attributes);
}
