package io.gnomon.exporter.data;

import io.gnomon.core.spans.FinishedSpan;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.TraceId;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.jspecify.annotations.Nullable;

/**
 * Spans of kept traces as the SDK's type. Spans of one trace come one after the other, the server's
 * first: what they have in common is made once. Not thread-safe: used by the export thread alone.
 */
public final class KeptSpans {

  private final Origin origin;
  private long traceHigh;
  private long traceLow;
  private String traceId = TraceId.getInvalid();
  private @Nullable String stateHeader;
  private TraceState state = TraceState.getDefault();

  /** The ids of the first span of the trace, which most of its other spans have as their parent. */
  private long firstId;

  private @Nullable SpanContext first;

  /**
   * Spans of no trace yet.
   *
   * @param origin who sends
   */
  public KeptSpans(Origin origin) {
    this.origin = origin;
  }

  /**
   * A span.
   *
   * @param span what there is to tell
   * @return for the SDK's exporters
   */
  public SpanData of(FinishedSpan span) {
    boolean begins = begins(span);
    SpanContext context = own(span.spanId());
    if (begins) {
      firstId = span.spanId();
      first = context;
    }
    return new KeptSpan(origin, span, context, parent(span));
  }

  /** Whether it is the first of its trace. */
  private boolean begins(FinishedSpan span) {
    if (!hasState(span.traceState())) {
      stateHeader = span.traceState();
      state = TraceStates.parse(stateHeader);
      first = null;
    }
    if (first != null && span.traceHigh() == traceHigh && span.traceLow() == traceLow) {
      return false;
    }
    traceHigh = span.traceHigh();
    traceLow = span.traceLow();
    traceId = TraceId.fromLongs(traceHigh, traceLow);
    return true;
  }

  private boolean hasState(@Nullable String header) {
    return header == null ? stateHeader == null : header.equals(stateHeader);
  }

  private SpanContext own(long spanId) {
    return new KeptContext(traceId, SpanId.fromLong(spanId), state, false);
  }

  private SpanContext parent(FinishedSpan span) {
    long id = span.parentSpanId();
    if (id == 0) {
      return SpanContext.getInvalid();
    }
    if (span.parentRemote()) {
      return new KeptContext(traceId, SpanId.fromLong(id), TraceState.getDefault(), true);
    }
    return first != null && id == firstId ? first : own(id);
  }
}
