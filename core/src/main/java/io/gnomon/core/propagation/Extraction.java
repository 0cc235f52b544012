package io.gnomon.core.propagation;

import io.gnomon.core.metrics.Metrics;
import io.gnomon.core.spans.TraceContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads from the headers of a request what trace it belongs to. What is not valid is as if it were
 * not there. Of several propagators the last that finds a trace holds, as in OpenTelemetry, where
 * each overrides those before it. What was read and dropped is counted. Any thread; allocates
 * nothing that the source does not.
 */
public final class Extraction {

  static final String TRACE_PARENT = "traceparent";
  static final String TRACE_STATE = "tracestate";
  static final String BAGGAGE = "baggage";

  private final Propagator[] lastFirst;
  private final boolean baggage;
  private final DroppedHeaders dropped;

  /**
   * An extraction.
   *
   * @param settings which headers are looked at
   * @param metrics where what is dropped is counted
   */
  public Extraction(PropagationSettings settings, Metrics metrics) {
    this.lastFirst = lastFirst(settings.propagators());
    this.baggage = settings.has(Propagator.BAGGAGE);
    this.dropped = new DroppedHeaders(metrics);
  }

  /** Those that tell ids; of both forms of B3, which read the same, one. */
  private static Propagator[] lastFirst(List<Propagator> propagators) {
    List<Propagator> found = new ArrayList<>();
    for (int i = propagators.size() - 1; i >= 0; i--) {
      Propagator each = propagators.get(i);
      Propagator reader = each == Propagator.B3MULTI ? Propagator.B3 : each;
      if (reader != Propagator.BAGGAGE && !found.contains(reader)) {
        found.add(reader);
      }
    }
    return found.toArray(new Propagator[0]);
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
      String came = source.header(carrier, BAGGAGE);
      String valid = Baggage.valid(came);
      countUnless(came, valid, BAGGAGE);
      into.baggage(valid);
    }
  }

  private boolean adopted(
      Propagator propagator, HeaderSource source, Object carrier, TraceContext into) {
    return propagator == Propagator.TRACECONTEXT
        ? adoptedTraceParent(source, carrier, into)
        : B3.adopt(source, carrier, dropped, into);
  }

  private boolean adoptedTraceParent(HeaderSource source, Object carrier, TraceContext into) {
    String parent = source.header(carrier, TRACE_PARENT);
    if (parent == null) {
      return false;
    }
    if (!TraceParent.isValid(parent)) {
      dropped.count(TRACE_PARENT);
      return false;
    }
    String came = source.header(carrier, TRACE_STATE);
    String state = TraceState.bounded(came);
    countUnless(came, state, TRACE_STATE);
    TraceParent.adopt(parent, state, into);
    return true;
  }

  /** An empty list is not malformed. */
  private void countUnless(@Nullable String came, @Nullable String kept, String name) {
    if (came != null && !came.equals(kept) && !Lists.isEmpty(came)) {
      dropped.count(name);
    }
  }
}
