package io.gnomon.core.query;

import io.gnomon.core.nplusone.QueryRuns;
import io.gnomon.core.spans.SpanPlace;
import org.jspecify.annotations.Nullable;

/**
 * One execution that has just ended, on its way to those who are told of it. Each thread has one
 * and fills it anew, so that telling allocates nothing: who wants to keep something of it copies
 * it. Belongs to its thread.
 *
 * <p>What it says of most executions are numbers alone, and the query of the one before: writing a
 * reference into an object as old as a thread costs a fence.
 */
public final class Execution {

  private @Nullable Query query;
  private long startNanos;
  private long elapsedNanos;
  private @Nullable String errorType;
  private @Nullable String statusCode;
  private int batchSize;
  private @Nullable String text;
  private @Nullable Object origin;
  private @Nullable QueryRuns runs;
  private @Nullable SpanPlace place;

  /** Whether it says more than what ran, and how long. */
  private boolean saysMore;

  /** An empty one; see {@link #of}. */
  public Execution() {}

  /**
   * Fills it with an execution that succeeded.
   *
   * @param executed what was executed
   * @param startedNanos when it started, monotonic
   * @param tookNanos how long it took
   * @return this
   */
  public Execution of(Query executed, long startedNanos, long tookNanos) {
    clear();
    if (query != executed) {
      query = executed;
    }
    startNanos = startedNanos;
    elapsedNanos = tookNanos;
    batchSize = 0;
    return this;
  }

  /**
   * Says that it failed.
   *
   * @param type {@code error.type}
   * @param code {@code db.response.status_code}, or null if the database gave none
   * @return this
   */
  public Execution failed(String type, @Nullable String code) {
    errorType = type;
    statusCode = code;
    saysMore = true;
    return this;
  }

  /**
   * Says that it was a batch.
   *
   * @param size how many statements it had, 2 or more
   * @return this
   */
  public Execution batch(int size) {
    batchSize = size;
    return this;
  }

  /**
   * Says what ran and where, for who asks the database about it.
   *
   * @param written the text as the application wrote it, literals included: never to be told
   * @param source who knows the connection's origin; of the instrumentation's own types
   * @return this
   */
  public Execution from(@Nullable String written, @Nullable Object source) {
    text = written;
    origin = source;
    saysMore = true;
    return this;
  }

  /**
   * Adds what the unit of work that it ran in remembers of its queries: from the borrowing of its
   * connection to the close. Not looked at inside a request.
   *
   * @param ofUnit what is remembered, or null if the unit is not known
   * @return this
   */
  public Execution runs(@Nullable QueryRuns ofUnit) {
    runs = ofUnit;
    saysMore = true;
    return this;
  }

  /**
   * Says where it stands in a trace.
   *
   * @param span its own span, or if that is not kept the one around it
   */
  public void place(SpanPlace span) {
    place = span;
    saysMore = true;
  }

  /** Lets go of what it holds, but for the query, which holds nothing of the application's. */
  public void clear() {
    if (saysMore) {
      errorType = null;
      statusCode = null;
      text = null;
      origin = null;
      runs = null;
      place = null;
      saysMore = false;
    }
  }

  /**
   * What was executed.
   *
   * @return the query
   */
  public Query query() {
    Query executed = query;
    if (executed == null) {
      throw new IllegalStateException("no execution");
    }
    return executed;
  }

  /**
   * When it started.
   *
   * @return monotonic nanoseconds
   */
  public long startNanos() {
    return startNanos;
  }

  /**
   * How long it took.
   *
   * @return nanoseconds
   */
  public long elapsedNanos() {
    return elapsedNanos;
  }

  /**
   * {@code error.type}.
   *
   * @return null if it succeeded
   */
  public @Nullable String errorType() {
    return errorType;
  }

  /**
   * {@code db.response.status_code}.
   *
   * @return null if it succeeded, or if the database gave none
   */
  public @Nullable String statusCode() {
    return statusCode;
  }

  /**
   * {@code db.operation.batch.size}.
   *
   * @return 2 or more; 0 if it was no batch
   */
  public int batchSize() {
    return batchSize;
  }

  /**
   * The text as the application wrote it, literals included.
   *
   * @return null if it is not known; never to be told, only to be asked about
   */
  public @Nullable String text() {
    return text;
  }

  /**
   * Who knows where the connection came from.
   *
   * @return of the instrumentation's own types, or null
   */
  public @Nullable Object origin() {
    return origin;
  }

  /**
   * What its unit of work remembers of its queries.
   *
   * @return null if the unit is not known
   */
  public @Nullable QueryRuns runs() {
    return runs;
  }

  /**
   * Where it stands in a trace.
   *
   * @return null unless it was slow in a request whose spans are recorded
   */
  public @Nullable SpanPlace place() {
    return place;
  }
}
