package io.gnomon.core.query;

import io.gnomon.core.attributes.AttributeSet;
import io.gnomon.core.metrics.Instrument;
import io.gnomon.core.metrics.Metrics;
import io.gnomon.core.metrics.ThreadRing;
import io.gnomon.core.metrics.Timing;
import io.gnomon.core.metrics.TimingFamily;
import java.util.Arrays;

/**
 * What was read of the results of queries: {@code db.client.response.returned_rows} and {@code
 * gnomon.db.fetch.duration}, by the attributes of the operation. Safe for any thread; no allocation
 * in steady state.
 */
public final class ResultSeries {

  /** {@code db.client.response.returned_rows}, with the boundaries that the conventions advise. */
  public static final Instrument ROWS =
      Instrument.count(
          "db.client.response.returned_rows",
          "{row}",
          "Rows that were read of one result.",
          Arrays.asList(
              1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0, 1_000.0, 2_000.0, 5_000.0,
              10_000.0));

  /** {@code gnomon.db.fetch.duration}. */
  public static final Instrument FETCHES =
      Instrument.duration(
          "gnomon.db.fetch.duration",
          "Time that the first read of a result and the refills by the driver took in sum.",
          QuerySeries.BOUNDARIES_SECONDS);

  private final TimingFamily rows;
  private final TimingFamily fetches;

  /**
   * No result yet.
   *
   * @param metrics where the instruments go
   */
  public ResultSeries(Metrics metrics) {
    this.rows = metrics.timing(ROWS);
    this.fetches = metrics.timing(FETCHES);
  }

  /**
   * One result was read.
   *
   * @param query what it is the result of
   * @param count how many rows were read
   * @param thread the calling thread's
   */
  public void read(Query query, long count, ThreadRing thread) {
    Timing known = query.rows();
    if (known == null) {
      known = rows.series(attributes(query));
      query.rows(known);
    }
    known.record(count, thread);
  }

  /**
   * One result was fetched.
   *
   * @param query what it is the result of
   * @param nanos how long it took in sum
   */
  public void fetched(Query query, long nanos) {
    Timing known = query.fetches();
    if (known == null) {
      known = fetches.series(attributes(query));
      query.fetches(known);
    }
    known.record(nanos);
  }

  private static AttributeSet attributes(Query query) {
    return QuerySeries.operationAttributes(query.database(), query.shape(), null, null);
  }
}
