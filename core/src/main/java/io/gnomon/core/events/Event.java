package io.gnomon.core.events;

import io.gnomon.core.attributes.AttributeSet;
import io.gnomon.core.spans.SpanPlace;
import org.jspecify.annotations.Nullable;

/** Something that happened once and is exported as a log record. Immutable. */
public final class Event {

  private final String name;
  private final long epochNanos;
  private final String body;
  private final AttributeSet attributes;
  private final long traceHigh;
  private final long traceLow;
  private final long spanId;

  /**
   * An event of severity WARN.
   *
   * @param name the event name, as {@code gnomon.db.slow_query}
   * @param epochNanos when it happened, nanoseconds since the epoch
   * @param body one readable line
   * @param attributes what is known about it
   */
  public Event(String name, long epochNanos, String body, AttributeSet attributes) {
    this(name, epochNanos, body, attributes, 0, 0, 0);
  }

  private Event(
      String name,
      long epochNanos,
      String body,
      AttributeSet attributes,
      long traceHigh,
      long traceLow,
      long spanId) {
    this.name = name;
    this.epochNanos = epochNanos;
    this.body = body;
    this.attributes = attributes;
    this.traceHigh = traceHigh;
    this.traceLow = traceLow;
    this.spanId = spanId;
  }

  /**
   * The same event as a part of a trace.
   *
   * @param place the span that it happened in, or null if it belongs to no trace
   * @return a copy; this for null
   */
  public Event in(@Nullable SpanPlace place) {
    if (place == null) {
      return this;
    }
    return new Event(
        name, epochNanos, body, attributes, place.traceHigh(), place.traceLow(), place.spanId());
  }

  /**
   * The event's name.
   *
   * @return as {@code gnomon.db.slow_query}
   */
  public String name() {
    return name;
  }

  /**
   * When it happened.
   *
   * @return nanoseconds since the epoch
   */
  public long epochNanos() {
    return epochNanos;
  }

  /**
   * What happened, for a person.
   *
   * @return one line
   */
  public String body() {
    return body;
  }

  /**
   * What is known about it.
   *
   * @return the attributes
   */
  public AttributeSet attributes() {
    return attributes;
  }

  /**
   * The upper half of the id of its trace.
   *
   * @return 64 bits
   */
  public long traceHigh() {
    return traceHigh;
  }

  /**
   * The lower half of the id of its trace.
   *
   * @return 64 bits
   */
  public long traceLow() {
    return traceLow;
  }

  /**
   * The span that it happened in.
   *
   * @return 0 if it belongs to no trace
   */
  public long spanId() {
    return spanId;
  }
}
