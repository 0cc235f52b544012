package io.gnomon.core.propagation;

import io.gnomon.core.spans.TraceContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads from the headers of a request what trace it belongs to. What is not valid is as if it were
 * not there. Of several propagators the last that finds a trace holds, as in OpenTelemetry, where
 * each overrides those before it. Any thread; allocates nothing that the source does not.
 */
public final class Extraction {

  static final String TRACE_PARENT = "traceparent";
  static final String TRACE_STATE = "tracestate";
  static final String BAGGAGE = "baggage";

  private final Propagator[] lastFirst;
  private final boolean baggage;

  /**
   * An extraction.
   *
   * @param settings which headers are looked at
   */
  public Extraction(PropagationSettings settings) {
    List<Propagator> propagators = settings.propagators();
    Propagator[] found = new Propagator[propagators.size()];
    int last = propagators.size() - 1;
    for (int i = 0; i <= last; i++) {
      found[i] = propagators.get(last - i);
    }
    this.lastFirst = found;
    this.baggage = settings.has(Propagator.BAGGAGE);
  }

  /**
   * Has a request that has just begun go on with the trace of its headers, if they tell one.
   *
   * @param source reads the headers
   * @param carrier the request, as the source knows it
   * @param into the request's place in its trace, begun already
   */
  public void extract(HeaderSource source, Object carrier, TraceContext into) {
    for (Propagator each : lastFirst) {
      if (adopted(each, source, carrier, into)) {
        break;
      }
    }
    if (baggage) {
      into.baggage(Baggage.valid(source.header(carrier, BAGGAGE)));
    }
  }

  private static boolean adopted(
      Propagator propagator, HeaderSource source, Object carrier, TraceContext into) {
    if (propagator == Propagator.TRACECONTEXT) {
      return adoptedTraceParent(source, carrier, into);
    }
    return propagator != Propagator.BAGGAGE && B3.adopt(source, carrier, into);
  }

  private static boolean adoptedTraceParent(
      HeaderSource source, Object carrier, TraceContext into) {
    @Nullable String parent = source.header(carrier, TRACE_PARENT);
    if (parent == null || !TraceParent.isValid(parent)) {
      return false;
    }
    TraceParent.adopt(parent, TraceState.bounded(source.header(carrier, TRACE_STATE)), into);
    return true;
  }
}
