package io.gnomon.otlpreceiver;

import io.opentelemetry.proto.logs.v1.LogRecord;
import java.util.Map;

/**
 * One log record that arrived. Immutable.
 *
 * @param resource attributes of the resource, values as texts
 * @param attributes attributes of the record, values as texts
 * @param record as it came
 */
public record ReceivedLog(
    Map<String, String> resource, Map<String, String> attributes, LogRecord record) {

  /**
   * The event's name, from its field or from the attribute {@code event.name} of older senders.
   *
   * @return the name; empty if it is no event
   */
  public String eventName() {
    String name = record.getEventName();
    return name.isEmpty() ? attributes.getOrDefault("event.name", "") : name;
  }

  /**
   * The trace that it belongs to.
   *
   * @return 32 digits; empty if there is none
   */
  public String traceId() {
    return Ids.hex(record.getTraceId());
  }

  /**
   * The span that it belongs to.
   *
   * @return 16 digits; empty if there is none
   */
  public String spanId() {
    return Ids.hex(record.getSpanId());
  }

  /**
   * The body as a text.
   *
   * @return empty if it is not a text
   */
  public String body() {
    return record.getBody().getStringValue();
  }
}
