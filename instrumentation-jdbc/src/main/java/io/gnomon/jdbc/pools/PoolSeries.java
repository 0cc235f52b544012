package io.gnomon.jdbc.pools;

import io.gnomon.core.attributes.AttributeNames;
import io.gnomon.core.attributes.AttributeSet;
import io.gnomon.core.metrics.Timing;

/** The series of one pool. Immutable; any thread. */
final class PoolSeries {

  final String poolName;
  final AttributeSet attributes;
  final AttributeSet used;
  final AttributeSet idle;
  final Timing createTimes;
  final Timing waitTimes;
  final Timing useTimes;
  private final PoolMetrics metrics;

  PoolSeries(PoolMetrics metrics, String poolName) {
    this.metrics = metrics;
    this.poolName = poolName;
    this.attributes = PoolMetrics.ofPool(poolName);
    this.used = inState("used");
    this.idle = inState("idle");
    this.createTimes = metrics.createTimes.series(attributes);
    this.waitTimes = metrics.waitTimes.series(attributes);
    this.useTimes = metrics.useTimes.series(attributes);
  }

  private AttributeSet inState(String state) {
    return AttributeSet.builder()
        .put(AttributeNames.DB_CONNECTION_POOL_NAME, poolName)
        .put(AttributeNames.DB_CONNECTION_STATE, state)
        .build();
  }

  /** Counts a timeout; the series is there from the first one on. */
  void timedOut() {
    metrics.timeouts.series(attributes).add(1);
  }
}
