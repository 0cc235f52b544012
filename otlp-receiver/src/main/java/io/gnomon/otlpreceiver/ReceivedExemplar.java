package io.gnomon.otlpreceiver;

import io.opentelemetry.proto.metrics.v1.Exemplar;
import java.util.Map;

/**
 * One value of a series, with the span that it comes from. Immutable.
 *
 * @param value in the unit of the metric
 * @param epochNanos when it was recorded
 * @param traceId 32 digits; empty if there is none
 * @param spanId 16 digits; empty if there is none
 * @param attributes that the series does not have, values as texts
 */
public record ReceivedExemplar(
    double value, long epochNanos, String traceId, String spanId, Map<String, String> attributes) {

  static ReceivedExemplar of(Exemplar exemplar) {
    return new ReceivedExemplar(
        exemplar.hasAsInt() ? exemplar.getAsInt() : exemplar.getAsDouble(),
        exemplar.getTimeUnixNano(),
        Ids.hex(exemplar.getTraceId()),
        Ids.hex(exemplar.getSpanId()),
        Decoder.attributes(exemplar.getFilteredAttributesList()));
  }
}
