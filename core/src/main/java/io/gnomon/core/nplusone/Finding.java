package io.gnomon.core.nplusone;

import io.gnomon.core.attributes.AttributeNames;
import io.gnomon.core.attributes.AttributeSet;
import io.gnomon.core.events.Event;
import io.gnomon.core.findings.QueryWords;
import io.gnomon.core.findings.Words;
import io.gnomon.core.query.Query;
import org.jspecify.annotations.Nullable;

/** One N+1 on its way into an event and a line of the log. Used by one thread. */
final class Finding {

  /** The event's name. */
  static final String EVENT_NAME = "gnomon.db.n_plus_one";

  private static final long NANOS_PER_MILLI = 1_000_000L;

  private final Query query;
  private final Query after;
  private final int count;
  private final long nanos;
  private final Caller caller;
  private final @Nullable String route;

  Finding(Query query, Query after, int count, long nanos, Caller caller, @Nullable String route) {
    this.query = query;
    this.after = after;
    this.count = count;
    this.nanos = nanos;
    this.caller = caller;
    this.route = route;
  }

  Event event(long epochNanos) {
    return new Event(EVENT_NAME, epochNanos, headline(), attributes());
  }

  /** One line for the log. */
  String line() {
    return QueryWords.line(headline(), caller.heldBack, route, caller.frames, query);
  }

  private String headline() {
    return words(QueryWords.name(query), count, nanos, after);
  }

  /** What ran how often after what, as one line. */
  static String words(String name, int count, long nanos, Query after) {
    return Words.oneLine(
        new StringBuilder("N+1: ")
            .append(name)
            .append(" ran ")
            .append(count)
            .append(" times in ")
            .append(nanos / NANOS_PER_MILLI)
            .append(" ms after ")
            .append(after.shape().summary()));
  }

  /** Says what ran how often after what, but for what it is. */
  static void describe(int count, long nanos, Query after, AttributeSet.Builder attributes) {
    attributes
        .put(AttributeNames.N_PLUS_ONE_COUNT, count)
        .put(AttributeNames.N_PLUS_ONE_DURATION_MILLIS, nanos / NANOS_PER_MILLI)
        .put(AttributeNames.N_PLUS_ONE_PARENT_TEXT, after.shape().text())
        .put(AttributeNames.N_PLUS_ONE_PARENT_SUMMARY, after.shape().summary())
        .put(AttributeNames.N_PLUS_ONE_PARENT_FINGERPRINT, after.shape().fingerprintHex());
  }

  private AttributeSet attributes() {
    AttributeSet.Builder builder = QueryWords.attributes(query);
    describe(count, nanos, after, builder);
    return builder
        .put(AttributeNames.HTTP_ROUTE, route)
        .put(AttributeNames.THREAD_NAME, caller.threadName)
        .put(AttributeNames.THREAD_ID, caller.threadId)
        .put(AttributeNames.CODE_STACKTRACE, Words.stack(caller.frames))
        .put(AttributeNames.HELD_BACK, caller.heldBack)
        .build();
  }
}
