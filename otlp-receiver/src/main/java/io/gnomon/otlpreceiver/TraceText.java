package io.gnomon.otlpreceiver;

import io.opentelemetry.proto.trace.v1.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A trace as a small indented tree. Spans of one name side by side, without any inside, are one
 * line.
 */
final class TraceText {

  private static final double NANOS_PER_MILLI = 1e6;
  private static final int LINE_WIDTH = 110;

  private final ReceivedTrace trace;
  private final int maxLines;
  private final StringBuilder text = new StringBuilder();
  private final Set<ReceivedSpan> seen = new HashSet<>();
  private int lines;
  private int leftOut;

  private TraceText(ReceivedTrace trace, int maxLines) {
    this.trace = trace;
    this.maxLines = maxLines;
  }

  /** The tree, each line ended; the lines beyond a bound are counted. */
  static String of(ReceivedTrace trace, int maxLines) {
    TraceText tree = new TraceText(trace, maxLines);
    tree.add(trace.roots(), 1);
    // what no root leads to: spans in a circle
    trace.spans().forEach(span -> tree.add(List.of(span), 1));
    if (tree.leftOut > 0) {
      tree.text.append("  ... and ").append(tree.leftOut).append(" more\n");
    }
    return tree.text.toString();
  }

  private void add(List<ReceivedSpan> siblings, int depth) {
    int next = 0;
    while (next < siblings.size()) {
      int end = next + 1;
      while (end < siblings.size() && areAlike(siblings.get(next), siblings.get(end))) {
        end++;
      }
      line(siblings.subList(next, end), depth);
      next = end;
    }
  }

  private boolean areAlike(ReceivedSpan one, ReceivedSpan other) {
    return one.name().equals(other.name())
        && one.failed() == other.failed()
        && trace.children(one).isEmpty()
        && trace.children(other).isEmpty();
  }

  private void line(List<ReceivedSpan> alike, int depth) {
    ReceivedSpan first = alike.get(0);
    boolean isNew = !seen.contains(first);
    seen.addAll(alike);
    if (!isNew) {
      return;
    }
    if (lines == maxLines) {
      leftOut++;
    } else {
      lines++;
      text.append(Table.cut("  ".repeat(depth) + described(alike), LINE_WIDTH)).append('\n');
    }
    add(trace.children(first), depth + 1);
  }

  private static String described(List<ReceivedSpan> alike) {
    ReceivedSpan first = alike.get(0);
    long nanos = alike.stream().mapToLong(ReceivedSpan::nanos).sum();
    String times = alike.size() == 1 ? "" : alike.size() + " x  ";
    return times
        + first.name()
        + String.format(Locale.ROOT, "  %.3f ms", nanos / NANOS_PER_MILLI)
        + kind(first.kind())
        + (first.failed() ? "  failed: " + first.attributes().getOrDefault("error.type", "?") : "");
  }

  private static String kind(Span.SpanKind kind) {
    return "  " + kind.name().replace("SPAN_KIND_", "").toLowerCase(Locale.ROOT);
  }
}
