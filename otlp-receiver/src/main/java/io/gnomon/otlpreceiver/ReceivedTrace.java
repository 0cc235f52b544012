package io.gnomon.otlpreceiver;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All spans of one trace that arrived so far, of whatever request and service. Immutable.
 *
 * @param traceId of all of them
 * @param spans in the order in which they arrived
 */
public record ReceivedTrace(String traceId, List<ReceivedSpan> spans) {

  private static final Comparator<ReceivedSpan> BY_START =
      Comparator.comparingLong(ReceivedSpan::startEpochNanos);

  static List<ReceivedTrace> of(List<ReceivedSpan> spans) {
    Map<String, List<ReceivedSpan>> byTrace = new LinkedHashMap<>();
    spans.forEach(
        span -> byTrace.computeIfAbsent(span.traceId(), any -> new ArrayList<>()).add(span));
    return byTrace.entrySet().stream()
        .map(each -> new ReceivedTrace(each.getKey(), List.copyOf(each.getValue())))
        .toList();
  }

  /**
   * The spans around which there is none of this trace.
   *
   * @return by start; the first of a well-formed trace is the span that it begins with
   */
  public List<ReceivedSpan> roots() {
    Set<String> ids = spans.stream().map(ReceivedSpan::spanId).collect(Collectors.toSet());
    return spans.stream()
        .filter(span -> !ids.contains(span.parentSpanId()))
        .sorted(BY_START)
        .toList();
  }

  /**
   * The only span around which there is none of this trace.
   *
   * @return the root
   * @throws AssertionError if there is none, or another one
   */
  public ReceivedSpan root() {
    List<ReceivedSpan> roots = roots();
    if (roots.size() != 1) {
      throw new AssertionError(roots.size() + " roots, expected one, in " + this);
    }
    return roots.get(0);
  }

  /**
   * The spans directly inside another one.
   *
   * @param parent of this trace
   * @return by start
   */
  public List<ReceivedSpan> children(ReceivedSpan parent) {
    return spans.stream()
        .filter(span -> span.parentSpanId().equals(parent.spanId()))
        .sorted(BY_START)
        .toList();
  }

  /**
   * Checks that the spans are one whole tree: valid ids, no span twice, one root (or roots whose
   * parents are of other services), every parent there or of another service, no circle, no span
   * that ends before it starts, and every span inside the time of its parent, to the microsecond,
   * unless that is of another service: clocks differ.
   *
   * @return this
   * @throws AssertionError that names each span that breaks a rule, and shows the tree
   */
  public ReceivedTrace assertWellFormed() {
    List<String> problems = TraceRules.problems(this);
    if (!problems.isEmpty()) {
      throw new AssertionError(String.join("\n", problems) + "\nin " + this);
    }
    return this;
  }

  @Override
  public String toString() {
    return "trace " + traceId + ":\n" + TraceText.of(this, spans.size());
  }
}
