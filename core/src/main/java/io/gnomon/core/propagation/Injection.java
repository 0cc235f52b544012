package io.gnomon.core.propagation;

import io.gnomon.core.request.RequestRecord;
import io.gnomon.core.spans.TraceContext;
import io.gnomon.core.traces.Traces;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a service that is called is told of the trace that the call belongs to. Downstream is told
 * that the trace is sampled only if it is to be kept already. {@code tracestate} and {@code
 * baggage} go on as they came. Any thread; allocates what it returns.
 */
public final class Injection {

  private static final int NIBBLE_BITS = 4;
  private static final int NIBBLE_MASK = 0xf;
  private static final String DIGITS = "0123456789abcdef";

  private final PropagationSettings settings;
  private final Traces traces;
  private final boolean ownSpans;
  private final boolean sendsIds;

  /**
   * An injection.
   *
   * @param settings which headers are sent
   * @param traces tells whether a request is to be kept already
   * @param ownSpans false to pass on what came from upstream, and nothing else
   */
  public Injection(PropagationSettings settings, Traces traces, boolean ownSpans) {
    this.settings = settings;
    this.traces = traces;
    this.ownSpans = ownSpans;
    this.sendsIds =
        settings.has(Propagator.TRACECONTEXT)
            || settings.has(Propagator.B3)
            || settings.has(Propagator.B3MULTI);
  }

  /**
   * The names of all headers that may be sent.
   *
   * @return a new array
   */
  public String[] names() {
    List<String> names = new ArrayList<>();
    if (settings.has(Propagator.TRACECONTEXT)) {
      names.add(Extraction.TRACE_PARENT);
      names.add(Extraction.TRACE_STATE);
    }
    if (settings.has(Propagator.B3)) {
      names.add(B3.SINGLE);
    }
    if (settings.has(Propagator.B3MULTI)) {
      names.add(B3.TRACE_ID);
      names.add(B3.SPAN_ID);
      names.add(B3.SAMPLED);
      names.add(B3.FLAGS);
    }
    if (settings.has(Propagator.BAGGAGE)) {
      names.add(Extraction.BAGGAGE);
    }
    return names.toArray(new String[0]);
  }

  /**
   * Whether calls are told of as spans of their own, whose ids {@link #headers} sends.
   *
   * @return false if only what came from upstream is passed on
   */
  public boolean ownSpans() {
    return ownSpans;
  }

  /**
   * The headers of a call.
   *
   * @param record of the request that calls; between its {@code enter} and {@code leave}
   * @param callSpanId the id of the call's span
   * @return name and value in turn, each name once; null if there are none
   */
  public String @Nullable [] headers(RequestRecord record, long callSpanId) {
    TraceContext trace = record.trace();
    long spanId = ownSpans ? callSpanId : trace.parentSpanId();
    List<String> headers = new ArrayList<>();
    if (sendsIds && spanId != 0) {
      addIds(trace, spanId, ownSpans ? told(record) : trace.upstreamSampled(), headers);
    }
    if (settings.has(Propagator.BAGGAGE)) {
      add(Extraction.BAGGAGE, trace.baggage(), headers);
    }
    return headers.isEmpty() ? null : headers.toArray(new String[0]);
  }

  /** Whether downstream is told that a request is sampled, which it is told now. */
  private boolean told(RequestRecord record) {
    boolean sampled = traces.isToBeKept(record);
    if (sampled) {
      traces.tell(record);
    }
    return sampled;
  }

  private void addIds(TraceContext trace, long spanId, boolean sampled, List<String> headers) {
    if (settings.has(Propagator.TRACECONTEXT)) {
      add(Extraction.TRACE_PARENT, traceParent(trace, spanId, sampled), headers);
      add(Extraction.TRACE_STATE, trace.traceState(), headers);
    }
    if (settings.has(Propagator.B3)) {
      char decision = B3.decision(trace, sampled);
      add(B3.SINGLE, ids(trace, spanId).append('-').append(decision).toString(), headers);
    }
    if (settings.has(Propagator.B3MULTI)) {
      add(B3.TRACE_ID, traceId(trace).toString(), headers);
      add(B3.SPAN_ID, hex(new StringBuilder(Hex.DIGITS_OF_ID), spanId).toString(), headers);
      if (trace.isDebug()) {
        add(B3.FLAGS, "1", headers); // In place of the other: it implies it.
      } else {
        add(B3.SAMPLED, sampled ? "1" : "0", headers);
      }
    }
  }

  private static void add(String name, @Nullable String value, List<String> headers) {
    if (value != null) {
      headers.add(name);
      headers.add(value);
    }
  }

  private static String traceParent(TraceContext trace, long spanId, boolean sampled) {
    char flags = TraceParent.flags(sampled, trace.isRandom());
    return ids(trace, spanId).insert(0, "00-").append("-0").append(flags).toString();
  }

  private static StringBuilder ids(TraceContext trace, long spanId) {
    return hex(traceId(trace).append('-'), spanId);
  }

  private static StringBuilder traceId(TraceContext trace) {
    StringBuilder text = new StringBuilder(4 * Hex.DIGITS_OF_ID);
    return hex(hex(text, trace.traceHigh()), trace.traceLow());
  }

  private static StringBuilder hex(StringBuilder text, long id) {
    for (int shift = (Hex.DIGITS_OF_ID - 1) * NIBBLE_BITS; shift >= 0; shift -= NIBBLE_BITS) {
      text.append(DIGITS.charAt((int) (id >>> shift) & NIBBLE_MASK));
    }
    return text;
  }
}
