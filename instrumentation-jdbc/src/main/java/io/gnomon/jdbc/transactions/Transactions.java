package io.gnomon.jdbc.transactions;

import io.gnomon.core.metrics.Instrument;
import io.gnomon.core.metrics.Metrics;
import io.gnomon.core.metrics.TimingFamily;
import io.gnomon.core.query.Database;
import io.gnomon.core.query.QuerySeries;
import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;

/** The instruments of transactions. For any thread. */
public final class Transactions {

  /** {@code gnomon.db.transaction.duration}: from the first query to the end of the last call. */
  public static final Instrument DURATION =
      Instrument.duration(
          "gnomon.db.transaction.duration",
          "Duration of transactions, from their first query to the end of commit or rollback.",
          QuerySeries.BOUNDARIES_SECONDS);

  /** {@code gnomon.db.transaction.queries}. */
  public static final Instrument QUERIES =
      Instrument.count(
          "gnomon.db.transaction.queries",
          "{query}",
          "Queries of one transaction.",
          Arrays.asList(1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0, 1_000.0, 10_000.0));

  /** {@code gnomon.db.transaction.operation.duration}. */
  public static final Instrument OPERATION =
      Instrument.duration(
          "gnomon.db.transaction.operation.duration",
          "Duration of commit, rollback, setAutoCommit and the calls of savepoints.",
          QuerySeries.BOUNDARIES_SECONDS);

  final TimingFamily durations;
  final TimingFamily queries;
  final TimingFamily calls;
  private final ConcurrentHashMap<Database, TransactionSeries> byDatabase =
      new ConcurrentHashMap<>();

  /**
   * No transaction yet.
   *
   * @param metrics where the instruments go
   */
  public Transactions(Metrics metrics) {
    durations = metrics.timing(DURATION);
    queries = metrics.timing(QUERIES);
    calls = metrics.timing(OPERATION);
  }

  /**
   * For a new connection.
   *
   * @param database one of those that {@code Databases} bounds
   * @return with auto-commit on, as JDBC says of a new connection
   */
  public Transaction of(Database database) {
    TransactionSeries series = byDatabase.get(database);
    if (series == null) {
      series = new TransactionSeries(this, database);
      byDatabase.put(database, series);
    }
    return new Transaction(series);
  }
}
