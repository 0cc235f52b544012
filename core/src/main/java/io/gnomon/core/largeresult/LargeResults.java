package io.gnomon.core.largeresult;

import io.gnomon.core.metrics.CounterFamily;
import io.gnomon.core.metrics.Instrument;
import io.gnomon.core.metrics.Metrics;
import io.gnomon.core.query.Query;
import io.gnomon.core.query.QuerySeries;

/** Flags results of which too many rows are read. For any thread. */
public final class LargeResults {

  /** {@code gnomon.db.large_results}, with the attributes of the operation. */
  public static final Instrument COUNT =
      Instrument.number(
          Instrument.Kind.COUNTER,
          "gnomon.db.large_results",
          "{result}",
          "Results of which more than gnomon.jdbc.large-result rows were read.");

  private final long mostRows;
  private final CounterFamily counts;

  /**
   * A detector.
   *
   * @param mostRows what is too large: anything more
   * @param metrics where the counter goes
   */
  public LargeResults(long mostRows, Metrics metrics) {
    this.mostRows = mostRows;
    this.counts = metrics.counter(COUNT);
  }

  /**
   * The row with which a result becomes too large.
   *
   * @return 2 or more
   */
  public long firstTooMany() {
    return mostRows + 1;
  }

  /**
   * That row of a result was just read, by the calling thread.
   *
   * @param query what it is the result of
   */
  public void exceeded(Query query) {
    counts
        .series(QuerySeries.operationAttributes(query.database(), query.shape(), null, null))
        .add(1);
  }
}
