package io.gnomon.core.query;

import io.gnomon.core.clock.Clock;
import io.gnomon.core.metrics.Metrics;
import io.gnomon.core.request.RequestRecord;
import io.gnomon.core.request.ThreadState;
import org.jspecify.annotations.Nullable;

/**
 * Records executions: {@code db.client.operation.duration}, {@code gnomon.db.query.duration}, the
 * request's record, the detectors. Safe for any thread; no allocation in steady state for a query
 * that succeeds and is not slow.
 */
public final class Queries {

  private final QueryTable table;
  private final QuerySeries series;
  private final SlowExecutions slowExecutions;
  private final EveryExecution everyExecution;
  private final long slowNanos;

  /**
   * No query yet.
   *
   * @param clock tells when a full table may be emptied
   * @param metrics where the instruments go
   * @param slowExecutions is told of slow ones
   * @param everyExecution is told of each
   */
  public Queries(
      Clock clock, Metrics metrics, SlowExecutions slowExecutions, EveryExecution everyExecution) {
    this.table = new QueryTable(clock);
    this.series = new QuerySeries(clock, metrics);
    this.slowExecutions = slowExecutions;
    this.everyExecution = everyExecution;
    this.slowNanos = slowExecutions.thresholdNanos();
  }

  /**
   * The query for a fingerprint on a database, if it was seen before. Does not allocate.
   *
   * @param database where it runs
   * @param fingerprint of the shape
   * @return null if {@link #query} has to be called
   */
  public @Nullable Query find(Database database, long fingerprint) {
    return table.find(database, fingerprint);
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
    Query known = table.find(database, shape.fingerprint());
    if (known != null) {
      return known;
    }
    boolean room = table.hasRoom();
    Query made = new Query(database, shape, series, room);
    return room ? table.add(made) : made;
  }

  /**
   * What a batch of statements that all are this query counts as. Allocates only the first time.
   *
   * @param query what each of them is
   * @return with the same fingerprint, and {@code BATCH} before the summary
   */
  public Query batchOf(Query query) {
    Query known = query.batch();
    if (known != null) {
      return known;
    }
    QueryShape shape = query.shape().ofBatch();
    Query batch = new Query(query.database(), shape, series, query.hasOwnSeries());
    query.batch(batch);
    return batch;
  }

  /**
   * Whether an execution is flagged as slow, and so may be asked for its text and origin.
   *
   * @param elapsedNanos how long it took
   * @return true for more than the threshold
   */
  public boolean isSlow(long elapsedNanos) {
    return elapsedNanos > slowNanos;
  }

  /**
   * Records one execution that has just ended.
   *
   * @param thread the calling thread's state
   * @param execution what ended; not kept
   */
  public void executed(ThreadState thread, Execution execution) {
    Query query = execution.query();
    long elapsedNanos = execution.elapsedNanos();
    query.timing(execution.errorType(), execution.statusCode()).record(elapsedNanos, thread.ring());
    RequestRecord request = thread.request();
    boolean unfinished =
        request == null
            ? everyExecution.executed(thread, execution)
            : inRequest(request, thread, execution);
    if (unfinished) {
      everyExecution.followUp(thread, execution);
    }
    if (isSlow(elapsedNanos)) {
      slowExecutions.slow(thread, execution);
    }
  }

  private boolean inRequest(RequestRecord request, ThreadState thread, Execution execution) {
    int turn = request.enter(thread.generation());
    if (turn == 0) {
      return false;
    }
    try {
      request.add(execution, thread.span(), isSlow(execution.elapsedNanos()));
      return everyExecution.executed(thread, execution);
    } finally {
      request.leave(turn);
    }
  }
}
