package io.gnomon.core.events;

import io.gnomon.core.attributes.AttributeSet;

/** Something that happened once and is exported as a log record. Immutable. */
public final class Event {

  private final String name;
  private final long epochNanos;
  private final String body;
  private final AttributeSet attributes;

  /**
   * An event of severity WARN.
   *
   * @param name the event name, as {@code gnomon.db.slow_query}
   * @param epochNanos when it happened, nanoseconds since the epoch
   * @param body one readable line
   * @param attributes what is known about it
   */
  public Event(String name, long epochNanos, String body, AttributeSet attributes) {
    this.name = name;
    this.epochNanos = epochNanos;
    this.body = body;
    this.attributes = attributes;
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
}
