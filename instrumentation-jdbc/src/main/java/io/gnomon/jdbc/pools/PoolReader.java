package io.gnomon.jdbc.pools;

import io.gnomon.core.metrics.Instrument;
import io.gnomon.core.metrics.Metrics;
import io.gnomon.core.metrics.NumberObserver;
import io.gnomon.core.metrics.NumberSink;
import io.gnomon.jdbc.pools.kinds.PoolKind;
import io.gnomon.jdbc.pools.kinds.PoolValue;

/**
 * Reads the values of all pools when metrics are collected, on the export thread: those that are
 * open and tell them.
 */
final class PoolReader implements NumberObserver {

  private static final String CONNECTION = "{connection}";

  private final Pools pools;
  private final PoolValue[] values;

  private PoolReader(Pools pools, PoolValue... values) {
    this.pools = pools;
    this.values = values;
  }

  static void register(Metrics metrics, Pools pools) {
    metrics.observe(
        number("count", CONNECTION, "Connections that are in the state."),
        new PoolReader(pools, PoolValue.USED, PoolValue.IDLE));
    metrics.observe(
        number("max", CONNECTION, "The maximum number of open connections allowed."),
        new PoolReader(pools, PoolValue.MAX));
    metrics.observe(
        number("idle.max", CONNECTION, "The maximum number of idle open connections allowed."),
        new PoolReader(pools, PoolValue.IDLE_MAX));
    metrics.observe(
        number("idle.min", CONNECTION, "The minimum number of idle open connections allowed."),
        new PoolReader(pools, PoolValue.IDLE_MIN));
    metrics.observe(
        number("pending_requests", "{request}", "Requests that wait for an open connection."),
        new PoolReader(pools, PoolValue.PENDING));
  }

  private static Instrument number(String name, String unit, String description) {
    return Instrument.number(
        Instrument.Kind.UP_DOWN_COUNTER, "db.client.connection." + name, unit, description);
  }

  @Override
  public void observe(NumberSink sink) {
    for (Pool pool : pools.followed()) {
      if (pool.isOpen()) {
        read(pool, sink);
      }
    }
  }

  private void read(Pool pool, NumberSink sink) {
    for (PoolValue value : values) {
      long number = pool.read(value);
      if (number != PoolKind.NOT_EXPOSED) {
        PoolSeries series = pool.series();
        switch (value) {
          case USED:
            sink.number(series.used, number);
            break;
          case IDLE:
            sink.number(series.idle, number);
            break;
          default:
            sink.number(series.attributes, number);
        }
      }
    }
  }
}
