package io.gnomon.exporter.data;

import io.gnomon.core.events.Event;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.Value;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.resources.Resource;

/** An event as a log record of severity WARN, as the SDK's exporters read it. Immutable. */
public final class EventRecord implements LogRecordData {

  private final Origin origin;
  private final Event event;
  private final Attributes attributes;

  /**
   * A record.
   *
   * @param origin who sends
   * @param event what happened
   */
  public EventRecord(Origin origin, Event event) {
    this.origin = origin;
    this.event = event;
    this.attributes = OtelAttributes.of(event.attributes());
  }

  @Override
  public Resource getResource() {
    return origin.resource;
  }

  @Override
  public InstrumentationScopeInfo getInstrumentationScopeInfo() {
    return origin.scope;
  }

  @Override
  public long getTimestampEpochNanos() {
    return event.epochNanos();
  }

  @Override
  public long getObservedTimestampEpochNanos() {
    return event.epochNanos();
  }

  @Override
  public SpanContext getSpanContext() {
    return SpanContexts.undecided(event.traceHigh(), event.traceLow(), event.spanId());
  }

  @Override
  public Severity getSeverity() {
    return Severity.WARN;
  }

  @Override
  public String getSeverityText() {
    return "WARN";
  }

  @Override
  @Deprecated
  public io.opentelemetry.sdk.logs.data.Body getBody() {
    return io.opentelemetry.sdk.logs.data.Body.string(event.body());
  }

  @Override
  public Value<?> getBodyValue() {
    return Value.of(event.body());
  }

  @Override
  public Attributes getAttributes() {
    return attributes;
  }

  @Override
  public int getTotalAttributeCount() {
    return attributes.size();
  }

  @Override
  public String getEventName() {
    return event.name();
  }
}
