package io.gnomon.logging;

import io.gnomon.bootstrap.LogHandler;
import io.gnomon.bootstrap.LogProbe;
import io.gnomon.core.failures.Failures;
import io.gnomon.core.request.RequestRecord;
import io.gnomon.core.request.ThreadState;
import io.gnomon.core.spans.SpanIds;
import io.gnomon.core.spans.TraceContext;
import io.gnomon.core.traces.Traces;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Answers what a log event is to carry: the ids of the request that its thread works for, or
 * nothing. Keeps nothing, so nothing can leak from one request into the next; allocates for events
 * inside requests alone. Any thread.
 */
public final class LogCalls extends LogHandler {

  private static final String PART = "logging";
  private static final String SAMPLED = "01";
  private static final String NOT_SAMPLED = "00";

  /** Room for the ids and for as many entries of the application's own without growing. */
  private static final int ROOM = 16;

  private final Traces traces;
  private final Failures failures;

  /**
   * A handler.
   *
   * @param traces knows what is kept for certain
   * @param failures where failures of ours go
   */
  public LogCalls(Traces traces, Failures failures) {
    this.traces = traces;
    this.failures = failures;
  }

  @Override
  protected @Nullable Map<String, String> ids() {
    ThreadState state = ThreadState.existing();
    RequestRecord record = state == null ? null : state.running();
    if (state == null || record == null) {
      return null;
    }
    // A task may outlive its request: within a turn the record can't go on to the next one.
    int turn = record.enter(state.generation());
    if (turn == 0) {
      return null;
    }
    try {
      TraceContext trace = record.trace();
      return record.spans().isRecording()
          ? ids(trace, trace.spanId(), traces.isToBeKept(record))
          : adopted(trace);
    } finally {
      record.leave(turn);
    }
  }

  /** Nothing is recorded here: the ids are those that go on, of upstream, if it told some. */
  private static @Nullable Map<String, String> adopted(TraceContext trace) {
    long caller = trace.parentSpanId();
    return caller == 0 ? null : ids(trace, caller, trace.upstreamSampled());
  }

  private static Map<String, String> ids(TraceContext trace, long spanId, boolean sampled) {
    Map<String, String> ids = new HashMap<>(ROOM);
    ids.put(LogProbe.TRACE_ID, SpanIds.hex(trace.traceHigh(), trace.traceLow()));
    ids.put(LogProbe.SPAN_ID, SpanIds.hex(spanId));
    ids.put(LogProbe.TRACE_FLAGS, sampled ? SAMPLED : NOT_SAMPLED);
    return ids;
  }

  @Override
  protected void failed(Throwable failure) {
    failures.caught(PART, failure);
  }
}
