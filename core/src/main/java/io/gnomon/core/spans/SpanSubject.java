package io.gnomon.core.spans;

import io.gnomon.core.attributes.AttributeSet;

/**
 * What a span is about: a query, a call to another service, a dispatch. Asked only once its trace
 * is to be exported, on a thread of ours, unless a method says otherwise. Implementations are
 * immutable, or final by then, and hold nothing of the application's but texts.
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
   * Whether a span of another subject is counted with those of this one where spans find no room.
   * On the application's thread, in a turn: short, without an allocation.
   *
   * @param other what another span is about
   * @return true if the {@link #shortText} of both is the same
   */
  default boolean isCountedWith(SpanSubject other) {
    return this == other;
  }

  /**
   * Says what is known of it.
   *
   * @param attributes gets attributes by the conventions
   */
  void describe(AttributeSet.Builder attributes);

  /**
   * What {@link #describe} says, for a span of which nothing else is known.
   *
   * @return attributes by the conventions; the same ones each time where many spans are about it
   */
  default AttributeSet attributes() {
    AttributeSet.Builder builder = AttributeSet.builder();
    describe(builder);
    return builder.build();
  }
}
