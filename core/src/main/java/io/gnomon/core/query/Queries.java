package io.gnomon.core.query;

import io.gnomon.core.request.ThreadState;
import org.jspecify.annotations.Nullable;

/**
 * Records executions: {@code db.client.operation.duration}, {@code gnomon.db.query.duration}, the
 * request's record, the detector of slow queries. Safe for any thread; no allocation in steady
 * state for a query that succeeds and is not slow.
 */
public final class Queries {

  Queries() {}

  /**
   * The query for a fingerprint on a database, if it was seen before. Does not allocate.
   *
   * @param database where it runs
   * @param fingerprint of the shape
   * @return null if {@link #query} has to be called
   */
  public @Nullable Query find(Database database, long fingerprint) {
    throw new UnsupportedOperationException("contract only");
  }

  /**
   * The query for a shape on a database, made if need be; past the bound of shapes, one that counts
   * in the right summary but has no series of its own.
   *
   * @param database where it runs
   * @param shape what it is
   * @return the query
   */
  public Query query(Database database, QueryShape shape) {
    throw new UnsupportedOperationException("contract only");
  }

  /**
   * Records one execution that has just ended.
   *
   * @param thread the calling thread's state
   * @param query what was executed
   * @param startNanos when it started, monotonic
   * @param elapsedNanos how long it took
   * @param errorType {@code error.type}, or null if it succeeded
   * @param statusCode {@code db.response.status_code}, or null
   */
  public void executed(
      ThreadState thread,
      Query query,
      long startNanos,
      long elapsedNanos,
      @Nullable String errorType,
      @Nullable String statusCode) {
    throw new UnsupportedOperationException("contract only");
  }
}
