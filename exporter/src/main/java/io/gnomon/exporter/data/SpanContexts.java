package io.gnomon.exporter.data;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceId;
import io.opentelemetry.api.trace.TraceState;

/** Our ids as the SDK's type. Stateless. */
final class SpanContexts {

  private SpanContexts() {}

  /** A span of ours whose trace is kept. */
  static SpanContext kept(long traceHigh, long traceLow, long spanId) {
    return new KeptContext(
        TraceId.fromLongs(traceHigh, traceLow),
        SpanId.fromLong(spanId),
        TraceState.getDefault(),
        false);
  }

  /** A span of ours whose trace may be kept or not; none if the id is 0. */
  static SpanContext undecided(long traceHigh, long traceLow, long spanId) {
    return spanId == 0
        ? SpanContext.getInvalid()
        : SpanContext.create(
            TraceId.fromLongs(traceHigh, traceLow),
            SpanId.fromLong(spanId),
            TraceFlags.getDefault(),
            TraceState.getDefault());
  }
}
