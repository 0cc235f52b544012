package io.gnomon.jdbc.pools;

import io.gnomon.core.attributes.AttributeNames;
import io.gnomon.core.attributes.AttributeSet;
import io.gnomon.core.events.Event;
import io.gnomon.core.findings.Words;
import io.gnomon.core.spans.SpanPlace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A connection that is held for too long, on its way into an event and a line of the log. */
final class Leak {

  /** The event's name. */
  static final String EVENT_NAME = "gnomon.db.connection_leak";

  private static final long NANOS_PER_MILLI = 1_000_000L;

  private final String poolName;
  private final long heldMillis;
  private final @Nullable String threadName;
  private final List<String> frames;
  private final @Nullable String route;
  private final @Nullable SpanPlace place;

  Leak(
      String poolName,
      long heldNanos,
      @Nullable String threadName,
      List<String> frames,
      @Nullable String route,
      @Nullable SpanPlace place) {
    this.poolName = poolName;
    this.heldMillis = heldNanos / NANOS_PER_MILLI;
    this.threadName = threadName;
    this.frames = frames;
    this.route = route;
    this.place = place;
  }

  String poolName() {
    return poolName;
  }

  /** What stands for the line that took it, in a limit per line. */
  long caller() {
    return frames.isEmpty() ? poolName.hashCode() : frames.get(0).hashCode();
  }

  Event event(long epochNanos, AttributeSet attributes) {
    return new Event(EVENT_NAME, epochNanos, headline(), attributes).in(place);
  }

  /** One line for the log. */
  String line(long heldBack) {
    StringBuilder line = new StringBuilder(headline());
    if (heldBack > 0) {
      line.append(" (").append(heldBack).append(" more held back)");
    }
    if (route != null) {
      line.append(", in ").append(route);
    }
    if (!frames.isEmpty()) {
      line.append(", at ").append(frames.get(0));
    }
    return Words.oneLine(line);
  }

  private String headline() {
    StringBuilder text =
        new StringBuilder("connection leak: one of pool ")
            .append(poolName)
            .append(" is held for ")
            .append(heldMillis)
            .append(" ms by ")
            .append(threadName);
    return Words.oneLine(text);
  }

  AttributeSet attributes(long heldBack) {
    return AttributeSet.builder()
        .put(AttributeNames.DB_CONNECTION_POOL_NAME, poolName)
        .put(AttributeNames.CONNECTION_HELD_MILLIS, heldMillis)
        .put(AttributeNames.THREAD_NAME, threadName)
        .put(AttributeNames.HTTP_ROUTE, route)
        .put(AttributeNames.CODE_STACKTRACE, Words.stack(frames))
        .put(AttributeNames.HELD_BACK, heldBack)
        .build();
  }
}
