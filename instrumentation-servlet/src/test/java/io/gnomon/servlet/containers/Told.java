package io.gnomon.servlet.containers;

import io.gnomon.core.attributes.AttributeSet;
import io.gnomon.core.request.RequestRecord;
import io.gnomon.core.spans.SpanList;
import io.gnomon.core.spans.TraceContext;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What is known of a request that has ended, as a kept trace would tell it. */
record Told(
    String ids,
    boolean sampled,
    String state,
    String baggage,
    AttributeSet facts,
    List<String> spans,
    boolean inside) {

  private static final List<Told> ALL = new CopyOnWriteArrayList<>();

  static void add(RequestRecord record) {
    TraceContext trace = record.trace();
    AttributeSet.Builder facts = AttributeSet.builder();
    record.describe(facts);
    SpanList list = record.spans();
    List<String> spans = new ArrayList<>();
    boolean inside = true;
    for (int i = 0; i < list.size(); i++) {
      spans.add(list.subject(i).spanName());
      inside &=
          list.startOffsetNanos(i) >= 0
              && list.durationNanos(i) > 0
              && list.startOffsetNanos(i) + list.durationNanos(i) <= record.elapsedNanos();
    }
    ALL.add(
        new Told(
            String.format(
                "%016x%016x-%016x", trace.traceHigh(), trace.traceLow(), trace.parentSpanId()),
            trace.upstreamSampled(),
            trace.traceState(),
            trace.baggage(),
            facts.build(),
            spans,
            inside));
  }

  /** Those that have ended since this was asked last. */
  static List<Told> take() {
    List<Told> taken = List.copyOf(ALL);
    ALL.removeAll(taken);
    return taken;
  }

  String fact(String name) {
    Object value = facts.get(name);
    return value == null ? null : value.toString();
  }

  boolean isAdopted() {
    return !ids.endsWith("-0000000000000000");
  }
}
