package io.gnomon.core.traces;

import io.gnomon.core.attributes.AttributeNames;
import io.gnomon.core.attributes.AttributeSet;
import io.gnomon.core.metrics.Timing;
import io.gnomon.core.request.RequestRecord;
import io.gnomon.core.spans.FinishedSpan;
import io.gnomon.core.spans.RecordedSpans;
import io.gnomon.core.spans.SpanKind;
import io.gnomon.core.spans.SpanList;
import io.gnomon.core.spans.SpanSubject;
import io.gnomon.core.spans.TraceContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a request was that is kept as a trace: copied from its record when it ends, on the thread
 * that ends it; put into exemplars and spans by the thread that exports. Immutable but for whether
 * its exemplars were told.
 */
final class KeptTrace {

  private final long traceHigh;
  private final long traceLow;
  private final long spanId;
  private final long parentSpanId;
  private final @Nullable String traceState;
  private final long startEpochNanos;
  private final long elapsedNanos;
  private final @Nullable Timing duration;
  private final String name;
  private final boolean failed;
  private final AttributeSet attributes;
  private final RecordedSpans inside;

  /** Of the thread that exports. */
  private boolean exemplarsTold;

  /**
   * A copy.
   *
   * @param record of a request that has ended
   * @param reasons why it is kept, in words
   */
  KeptTrace(RequestRecord record, String reasons) {
    TraceContext trace = record.trace();
    traceHigh = trace.traceHigh();
    traceLow = trace.traceLow();
    spanId = trace.spanId();
    parentSpanId = trace.parentSpanId();
    traceState = trace.traceState();
    startEpochNanos = record.startEpochNanos();
    elapsedNanos = record.elapsedNanos();
    duration = record.duration();
    name = ServerSpan.name(record);
    failed = record.errorType() != null;
    inside = record.spans().copy(elapsedNanos);
    attributes = ServerSpan.attributes(record, inside, reasons);
  }

  /** How many spans it has, the server's among them. */
  int size() {
    return 1 + inside.size();
  }

  /** How many spans the trace of a request has. */
  static int size(RequestRecord record) {
    return 1 + record.spans().size();
  }

  /**
   * Makes its duration, and those of its slowest spans, exemplars of the histograms that they count
   * in; the first time that it is asked to.
   */
  void tellExemplars() {
    if (exemplarsTold) {
      return;
    }
    exemplarsTold = true;
    tell(duration, elapsedNanos, startEpochNanos, spanId);
    SlowestSpans slowest = new SlowestSpans(inside);
    for (int place = 0; place < slowest.size(); place++) {
      int index = slowest.index(place);
      long start = startEpochNanos + inside.startOffsetNanos(index);
      tell(slowest.timing(place), inside.durationNanos(index), start, inside.spanId(index));
    }
  }

  private void tell(@Nullable Timing timing, long nanos, long startedEpochNanos, long ofSpan) {
    if (timing != null) {
      timing.exemplar(nanos, startedEpochNanos + nanos, traceHigh, traceLow, ofSpan);
    }
  }

  /**
   * Puts it into spans: the server's first, each after the one around it.
   *
   * @param spans gets them
   */
  void addTo(List<FinishedSpan> spans) {
    spans.add(
        new FinishedSpan(
            SpanKind.SERVER,
            name,
            traceHigh,
            traceLow,
            spanId,
            parentSpanId,
            parentSpanId != 0,
            traceState,
            startEpochNanos,
            startEpochNanos + elapsedNanos,
            failed,
            attributes));
    for (int i = 0; i < inside.size(); i++) {
      SpanSubject subject = inside.subject(i);
      if (subject != null) {
        spans.add(span(i, subject));
      }
    }
  }

  private FinishedSpan span(int index, SpanSubject subject) {
    int parent = inside.parent(index);
    long start = startEpochNanos + inside.startOffsetNanos(index);
    long end =
        inside.isOpen(index)
            ? Math.max(start, startEpochNanos + elapsedNanos)
            : start + inside.durationNanos(index);
    return new FinishedSpan(
        subject.spanKind(),
        subject.spanName(),
        traceHigh,
        traceLow,
        inside.spanId(index),
        parent == SpanList.ROOT ? spanId : inside.spanId(parent),
        false,
        traceState,
        start,
        end,
        inside.errorType(index) != null,
        attributes(index, subject));
  }

  private AttributeSet attributes(int index, SpanSubject subject) {
    return isPlain(index) ? subject.attributes() : extended(index, subject);
  }

  /** Whether there is nothing to tell of a span but what it is about. */
  private boolean isPlain(int index) {
    return inside.errorType(index) == null
        && inside.statusCode(index) == null
        && inside.batchSize(index) == 0
        && !inside.isSlow(index)
        && !inside.isOpen(index);
  }

  private AttributeSet extended(int index, SpanSubject subject) {
    AttributeSet.Builder builder = AttributeSet.builder();
    subject.describe(builder);
    builder
        .put(AttributeNames.ERROR_TYPE, inside.errorType(index))
        .put(AttributeNames.DB_RESPONSE_STATUS_CODE, inside.statusCode(index));
    if (inside.batchSize(index) > 0) {
      builder.put(AttributeNames.DB_OPERATION_BATCH_SIZE, inside.batchSize(index));
    }
    if (inside.isSlow(index)) {
      builder.put(AttributeNames.QUERY_SLOW, true);
    }
    if (inside.isOpen(index)) {
      builder.put(AttributeNames.UNFINISHED, true);
    }
    return builder.build();
  }
}
