package io.gnomon.otlpreceiver;

import io.opentelemetry.proto.trace.v1.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the spans of a trace have to be like; see {@link ReceivedTrace#assertWellFormed}. */
final class TraceRules {

  private static final long MICROSECOND = 1_000;

  private final ReceivedTrace trace;
  private final Map<String, ReceivedSpan> byId = new HashMap<>();
  private final List<String> problems = new ArrayList<>();

  private TraceRules(ReceivedTrace trace) {
    this.trace = trace;
  }

  static List<String> problems(ReceivedTrace trace) {
    TraceRules rules = new TraceRules(trace);
    rules.ids();
    rules.roots();
    trace.spans().forEach(rules::span);
    return rules.problems;
  }

  private void ids() {
    if (!Ids.isTrace(trace.traceId())) {
      problems.add("the trace's id is not valid: '" + trace.traceId() + "'");
    }
    for (ReceivedSpan span : trace.spans()) {
      if (!Ids.isSpan(span.spanId())) {
        found(span, "has an id that is not valid");
      } else if (byId.putIfAbsent(span.spanId(), span) != null) {
        found(span, "came twice, or its id did");
      }
    }
  }

  private void roots() {
    long withoutParent =
        trace.spans().stream().filter(span -> span.parentSpanId().isEmpty()).count();
    if (withoutParent > 1) {
      problems.add(withoutParent + " spans have no parent");
    }
  }

  private void span(ReceivedSpan span) {
    if (span.name().isEmpty()) {
      found(span, "has no name");
    }
    if (span.kind() == Span.SpanKind.SPAN_KIND_UNSPECIFIED) {
      found(span, "has no kind");
    }
    if (span.startEpochNanos() <= 0) {
      found(span, "has no start");
    }
    if (span.nanos() < 0) {
      found(span, "ends " + -span.nanos() + " ns before it starts");
    }
    if (!span.parentSpanId().isEmpty()) {
      parent(span, byId.get(span.parentSpanId()));
    }
  }

  private void parent(ReceivedSpan span, @Nullable ReceivedSpan parent) {
    if (!Ids.isSpan(span.parentSpanId())) {
      found(span, "has a parent whose id is not valid: '" + span.parentSpanId() + "'");
    } else if (parent == null) {
      if (!span.parentRemote()) {
        found(span, "has a parent that did not arrive: " + span.parentSpanId());
      }
    } else if (isInCircle(span)) {
      found(span, "is inside itself");
    } else if (!span.parentRemote()) {
      times(span, parent);
    }
  }

  private boolean isInCircle(ReceivedSpan span) {
    Set<String> seen = new HashSet<>();
    ReceivedSpan outer = span;
    while (outer != null && seen.add(outer.spanId())) {
      outer = byId.get(outer.parentSpanId());
    }
    return outer != null;
  }

  private void times(ReceivedSpan span, ReceivedSpan parent) {
    long early = parent.startEpochNanos() - span.startEpochNanos();
    long late = span.endEpochNanos() - parent.endEpochNanos();
    if (early >= MICROSECOND) {
      found(span, "starts " + early + " ns before its parent " + parent.name());
    }
    if (late >= MICROSECOND) {
      found(span, "ends " + late + " ns after its parent " + parent.name());
    }
  }

  private void found(ReceivedSpan span, String problem) {
    problems.add("span '" + span.spanId() + "' (" + span.name() + ") " + problem);
  }
}
