package io.gnomon.core.traces;

import io.gnomon.core.metrics.Timing;
import io.gnomon.core.request.RequestRecord;
import io.gnomon.core.spans.Measured;
import io.gnomon.core.spans.RecordedSpans;
import io.gnomon.core.spans.SpanSubject;
import io.gnomon.core.spans.TraceContext;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Makes the durations of a kept request and of its slowest spans exemplars of the histograms that
 * they count in. On the thread that ends the request; short, for few are kept.
 */
final class TraceExemplars {

  /** How many spans inside a request are told at most. */
  static final int MAX_SPANS = 10;

  private TraceExemplars() {}

  /**
   * Tells a request that is kept.
   *
   * @param record of a request that has ended
   * @param spans those inside it
   */
  static void tell(RequestRecord record, RecordedSpans spans) {
    TraceContext trace = record.trace();
    long end = record.startEpochNanos() + record.elapsedNanos();
    tell(record.duration(), record.elapsedNanos(), end, trace, trace.spanId());
    for (int index : slowest(spans)) {
      long duration = spans.durationNanos(index);
      long spanEnd = record.startEpochNanos() + spans.startOffsetNanos(index) + duration;
      tell(timing(spans, index), duration, spanEnd, trace, spans.spanId(index));
    }
  }

  private static void tell(
      @Nullable Timing timing, long nanos, long epochNanos, TraceContext trace, long spanId) {
    if (timing != null) {
      timing.exemplar(nanos, epochNanos, trace.traceHigh(), trace.traceLow(), spanId);
    }
  }

  private static @Nullable Timing timing(RecordedSpans spans, int index) {
    SpanSubject subject = spans.subject(index);
    return subject instanceof Measured && !spans.isOpen(index)
        ? ((Measured) subject).timing(spans.errorType(index), spans.statusCode(index))
        : null;
  }

  /** The indices of the slowest spans that are measured, the slowest first. */
  private static int[] slowest(RecordedSpans spans) {
    int[] slowest = new int[MAX_SPANS];
    int size = 0;
    for (int index = 0; index < spans.size(); index++) {
      int place = timing(spans, index) == null ? MAX_SPANS : place(spans, slowest, size, index);
      if (place < MAX_SPANS) {
        size = Math.min(MAX_SPANS, size + 1);
        System.arraycopy(slowest, place, slowest, place + 1, size - place - 1);
        slowest[place] = index;
      }
    }
    return Arrays.copyOf(slowest, size);
  }

  private static int place(RecordedSpans spans, int[] slowest, int size, int index) {
    int place = size;
    while (place > 0 && spans.durationNanos(slowest[place - 1]) < spans.durationNanos(index)) {
      place--;
    }
    return place;
  }
}
