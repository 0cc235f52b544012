package io.gnomon.core.budgets;

import org.jspecify.annotations.Nullable;

/** The request that went over a limit by most. Immutable, so safe for any thread. */
public final class WorstRequest {

  private final String method;
  private final int status;
  private final long epochNanos;
  private final long elapsedNanos;
  private final int queries;
  private final long queryNanos;
  private final @Nullable String errorType;
  private final @Nullable String why;

  /**
   * A request that has ended.
   *
   * @param method {@code http.request.method}
   * @param status the final status, or 0 if none was sent
   * @param epochNanos when it started, nanoseconds since the epoch
   * @param elapsedNanos how long it took
   * @param queries how many queries it ran
   * @param queryNanos how long these took in sum
   * @param errorType {@code error.type}, or null if it did not fail
   * @param why one sentence, or null if nothing is known
   */
  public WorstRequest(
      String method,
      int status,
      long epochNanos,
      long elapsedNanos,
      int queries,
      long queryNanos,
      @Nullable String errorType,
      @Nullable String why) {
    this.method = method;
    this.status = status;
    this.epochNanos = epochNanos;
    this.elapsedNanos = elapsedNanos;
    this.queries = queries;
    this.queryNanos = queryNanos;
    this.errorType = errorType;
    this.why = why;
  }

  /**
   * The method.
   *
   * @return {@code http.request.method}
   */
  public String method() {
    return method;
  }

  /**
   * The final status.
   *
   * @return 100 to 599, or 0 if none was sent
   */
  public int status() {
    return status;
  }

  /**
   * When it started.
   *
   * @return nanoseconds since the epoch
   */
  public long epochNanos() {
    return epochNanos;
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
   * How many queries it ran.
   *
   * @return 0 or more
   */
  public int queries() {
    return queries;
  }

  /**
   * How long its queries took in sum.
   *
   * @return nanoseconds
   */
  public long queryNanos() {
    return queryNanos;
  }

  /**
   * What it failed with.
   *
   * @return {@code error.type}, or null if it did not fail
   */
  public @Nullable String errorType() {
    return errorType;
  }

  /**
   * Why it went over, as far as that is known.
   *
   * @return one sentence without line breaks or literals of queries, or null
   */
  public @Nullable String why() {
    return why;
  }
}
