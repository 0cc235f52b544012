package io.gnomon.jdbc.rows;

import io.gnomon.bootstrap.Slot;
import io.gnomon.core.clock.Clock;
import io.gnomon.core.largeresult.LargeResults;
import io.gnomon.core.query.Query;
import io.gnomon.core.query.ResultSeries;
import io.gnomon.core.request.ThreadState;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Counts the rows that are read of each result, until it gives no more, is closed, or its statement
 * is executed again or closed. Times fetching if asked to. Any thread, no lock, no allocation.
 *
 * <p>A result of a class that was loaded before the agent came is not counted.
 */
public final class ResultReads {

  private static final int COUNTED = 1;

  private final Clock clock;
  private final ResultSeries series;
  private final LargeResults largeResults;
  private final boolean fetchTimed;

  /**
   * Counts.
   *
   * @param clock times fetching
   * @param series where rows and times go
   * @param largeResults is told of each result that is too large
   * @param fetchTimed whether fetching is timed
   */
  public ResultReads(
      Clock clock, ResultSeries series, LargeResults largeResults, boolean fetchTimed) {
    this.clock = clock;
    this.series = series;
    this.largeResults = largeResults;
    this.fetchTimed = fetchTimed;
  }

  /**
   * A statement gave a result.
   *
   * @param open the statement's
   * @param result what it gave; if it is open already, it stays so
   * @param query what was executed
   * @param thread the calling thread's state
   */
  public void opened(OpenResult open, Slot result, Query query, ThreadState thread) {
    if (open.is(result) && open.query() == query) {
      return;
    }
    if (!open.is(result)) {
      finish(open);
    }
    open.open(result, query, thread, fetchTimed ? fetchSize(result) : 0);
    result.gnomon$slot(open);
  }

  /**
   * A statement handed out its result, perhaps not for the first time.
   *
   * @param open the statement's
   * @param result what it handed out
   * @param query what was executed
   * @param thread the calling thread's state
   */
  public void got(OpenResult open, Slot result, Query query, ThreadState thread) {
    if (!open.wasRead(result)) {
      opened(open, result, query, thread);
    }
  }

  /**
   * A statement is about to execute, which closes the result that it has open.
   *
   * @param open the statement's
   * @return whether there was one
   */
  public boolean executing(OpenResult open) {
    boolean wasOpen = open.query() != null;
    finish(open);
    open.clear();
    return wasOpen;
  }

  /**
   * {@code next} is entered.
   *
   * @param result the receiver
   * @param left what was left with it
   * @return the token for {@link #advanced}, or 0
   */
  public int advancing(Object result, @Nullable Object left) {
    if (!(left instanceof OpenResult) || !((OpenResult) left).enter(result)) {
      return 0;
    }
    OpenResult open = (OpenResult) left;
    if (fetchTimed && open.fetchesNow()) {
      open.fetchStarts(clock.nanoTime());
    }
    return COUNTED;
  }

  /**
   * {@code next} is left.
   *
   * @param result the receiver
   * @param left what was left with it
   * @param row whether there is a row
   */
  public void advanced(Object result, @Nullable Object left, boolean row) {
    if (!(left instanceof OpenResult) || !((OpenResult) left).is(result)) {
      return;
    }
    OpenResult open = (OpenResult) left;
    open.leave();
    if (open.isFetching()) {
      open.fetched(clock.nanoTime());
    }
    if (!row) {
      finish(open);
    } else if (open.row() == largeResults.firstTooMany()) {
      Query query = open.query();
      if (query != null) {
        largeResults.exceeded(query);
      }
    }
  }

  /**
   * A result was closed.
   *
   * @param result which
   * @param open what was left on it
   */
  public void closed(Object result, OpenResult open) {
    if (open.is(result)) {
      finish(open);
    }
  }

  /**
   * No more is read of what a statement has open, if anything.
   *
   * @param open the statement's
   */
  public void finish(OpenResult open) {
    Query query = open.query();
    if (query == null) {
      return;
    }
    series.read(query, open.rows(), open.thread().ring());
    if (fetchTimed) {
      series.fetched(query, open.fetchNanos());
    }
    open.end();
  }

  /** The one method of a driver's result that is called, and only if fetching is to be timed. */
  private static int fetchSize(Object result) {
    try {
      return result instanceof ResultSet ? ((ResultSet) result).getFetchSize() : 0;
    } catch (SQLException notTold) {
      return 0;
    }
  }
}
