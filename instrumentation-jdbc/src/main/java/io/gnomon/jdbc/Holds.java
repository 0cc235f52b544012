package io.gnomon.jdbc;

import io.gnomon.core.metrics.Instrument;
import io.gnomon.core.metrics.Metrics;
import io.gnomon.core.metrics.TimingFamily;
import io.gnomon.core.query.Database;
import io.gnomon.core.query.QuerySeries;

/**
 * How long connections are held that no known pool made: {@code
 * gnomon.db.connection.hold.duration}. Of a pool's connections {@code
 * db.client.connection.use_time} tells it. Any thread; for calls as rare as the end of a
 * connection.
 */
final class Holds {

  static final Instrument HOLD =
      Instrument.duration(
          "gnomon.db.connection.hold.duration",
          "Time from the connect to the close of connections that no known pool made.",
          QuerySeries.BOUNDARIES_SECONDS);

  private final TimingFamily holds;

  Holds(Metrics metrics) {
    this.holds = metrics.timing(HOLD);
  }

  void held(Database database, long nanos) {
    holds.series(QuerySeries.placeAttributes(database).build()).record(nanos);
  }
}
