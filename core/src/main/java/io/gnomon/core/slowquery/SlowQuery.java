package io.gnomon.core.slowquery;

import io.gnomon.core.attributes.AttributeNames;
import io.gnomon.core.attributes.AttributeSet;
import io.gnomon.core.events.Event;
import io.gnomon.core.findings.QueryWords;
import io.gnomon.core.findings.Words;
import io.gnomon.core.query.Execution;
import io.gnomon.core.query.Query;
import io.gnomon.core.request.RequestRecord;
import io.gnomon.core.spans.SpanPlace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One slow execution on its way into an event and a line of the log: made on the thread that
 * executed, told by any. Immutable.
 */
final class SlowQuery {

  /** The event's name. */
  static final String EVENT_NAME = "gnomon.db.slow_query";

  private static final long NANOS_PER_MILLI = 1_000_000L;

  private final Query query;
  private final long elapsedNanos;
  private final @Nullable String errorType;
  private final @Nullable String statusCode;
  private final int batchSize;
  private final @Nullable String route;
  private final List<String> frames;
  private final long heldBack;
  private final long epochNanos;
  private final String threadName;
  private final long threadId;
  private final @Nullable SpanPlace place;

  SlowQuery(
      Execution execution,
      @Nullable RequestRecord request,
      List<String> frames,
      long heldBack,
      long epochNanos) {
    this.query = execution.query();
    this.elapsedNanos = execution.elapsedNanos();
    this.errorType = execution.errorType();
    this.statusCode = execution.statusCode();
    this.batchSize = execution.batchSize();
    this.route = request == null ? null : request.route();
    this.frames = frames;
    this.heldBack = heldBack;
    this.epochNanos = epochNanos;
    this.threadName = Thread.currentThread().getName();
    this.threadId = Thread.currentThread().getId();
    this.place = execution.place();
  }

  /**
   * The event.
   *
   * @param plan how the database runs the query, or null if that is not known
   */
  Event event(@Nullable String plan) {
    return new Event(EVENT_NAME, epochNanos, headline(), attributes(plan)).in(place);
  }

  /** One line for the log. */
  String line() {
    return QueryWords.line(headline(), heldBack, route, frames, query);
  }

  private String headline() {
    StringBuilder text = new StringBuilder("slow query: ").append(QueryWords.name(query));
    text.append(errorType == null ? " took " : " failed after ");
    return Words.oneLine(text.append(millis()).append(" ms"));
  }

  private AttributeSet attributes(@Nullable String plan) {
    AttributeSet.Builder builder =
        QueryWords.attributes(query)
            .put(AttributeNames.QUERY_DURATION_MILLIS, millis())
            .put(AttributeNames.ERROR_TYPE, errorType)
            .put(AttributeNames.DB_RESPONSE_STATUS_CODE, statusCode)
            .put(AttributeNames.HTTP_ROUTE, route)
            .put(AttributeNames.THREAD_NAME, threadName)
            .put(AttributeNames.THREAD_ID, threadId)
            .put(AttributeNames.CODE_STACKTRACE, Words.stack(frames))
            .put(AttributeNames.QUERY_PLAN, plan)
            .put(AttributeNames.HELD_BACK, heldBack);
    if (batchSize > 0) {
      builder.put(AttributeNames.DB_OPERATION_BATCH_SIZE, batchSize);
    }
    return builder.build();
  }

  private long millis() {
    return elapsedNanos / NANOS_PER_MILLI;
  }
}
