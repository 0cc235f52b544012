package io.gnomon.jdbc.pools;

import io.gnomon.core.attributes.AttributeNames;
import io.gnomon.core.attributes.AttributeSet;
import io.gnomon.core.metrics.CounterFamily;
import io.gnomon.core.metrics.Instrument;
import io.gnomon.core.metrics.Metrics;
import io.gnomon.core.metrics.TimingFamily;
import io.gnomon.core.query.QuerySeries;

/**
 * The instruments {@code db.client.connection.*} of the conventions, which are in development
 * there. What is recorded as it happens is here; what is read of a pool, in {@link PoolReader}.
 */
final class PoolMetrics {

  static final Instrument POOLS_NOT_FOLLOWED =
      Instrument.number(
          Instrument.Kind.COUNTER,
          "gnomon.agent.jdbc.pools_not_followed",
          "{call}",
          "Connections asked of a pool that is not followed, because too many pools are.");

  static final Instrument CREATIONS_WITHOUT_POOL =
      Instrument.number(
          Instrument.Kind.COUNTER,
          "gnomon.agent.jdbc.creations_without_pool",
          "{connection}",
          "Connections made by a pool before it was known, too many to be kept until then.");

  final TimingFamily createTimes;
  final TimingFamily waitTimes;
  final TimingFamily useTimes;
  final CounterFamily timeouts;

  PoolMetrics(Metrics metrics) {
    createTimes =
        metrics.timing(
            duration(
                "db.client.connection.create_time",
                "The time it took to create a new connection."));
    waitTimes =
        metrics.timing(
            duration(
                "db.client.connection.wait_time",
                "The time it took to obtain an open connection from the pool."));
    useTimes =
        metrics.timing(
            duration(
                "db.client.connection.use_time",
                "The time between borrowing a connection and returning it to the pool."));
    timeouts =
        metrics.counter(
            Instrument.number(
                Instrument.Kind.COUNTER,
                "db.client.connection.timeouts",
                "{timeout}",
                "The number of connection timeouts that have occurred trying to obtain a"
                    + " connection from the pool."));
  }

  private static Instrument duration(String name, String description) {
    return Instrument.duration(name, description, QuerySeries.BOUNDARIES_SECONDS);
  }

  static AttributeSet ofPool(String name) {
    return AttributeSet.builder().put(AttributeNames.DB_CONNECTION_POOL_NAME, name).build();
  }
}
