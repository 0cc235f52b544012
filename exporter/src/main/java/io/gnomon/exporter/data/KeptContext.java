package io.gnomon.exporter.data;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;

/**
 * The ids of a span of a sampled trace, made from numbers that are not 0: the SDK's own type would
 * look at each letter of them to see whether they are valid. Immutable.
 */
final class KeptContext implements SpanContext {

  private final String traceId;
  private final String spanId;
  private final TraceState state;
  private final boolean remote;

  KeptContext(String traceId, String spanId, TraceState state, boolean remote) {
    this.traceId = traceId;
    this.spanId = spanId;
    this.state = state;
    this.remote = remote;
  }

  @Override
  public String getTraceId() {
    return traceId;
  }

  @Override
  public String getSpanId() {
    return spanId;
  }

  @Override
  public TraceFlags getTraceFlags() {
    return TraceFlags.getSampled();
  }

  @Override
  public TraceState getTraceState() {
    return state;
  }

  @Override
  public boolean isValid() {
    return true;
  }

  @Override
  public boolean isRemote() {
    return remote;
  }
}
