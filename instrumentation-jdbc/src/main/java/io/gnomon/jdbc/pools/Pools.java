package io.gnomon.jdbc.pools;

import io.gnomon.core.attributes.AttributeSet;
import io.gnomon.core.failures.Failures;
import io.gnomon.core.metrics.Counter;
import io.gnomon.core.metrics.Metrics;
import io.gnomon.jdbc.pools.kinds.PoolKind;
import io.gnomon.jdbc.pools.kinds.PoolKinds;
import io.gnomon.jdbc.slots.Slots;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The pools that we follow, bounded. Looking one up by its data source takes no lock and allocates
 * nothing; the list is guarded by this object's lock.
 */
final class Pools {

  /** How many pools are followed at a time. */
  static final int MAX_POOLS = 256;

  /** How many characters of a pool's own name are told. */
  static final int MAX_NAME_CHARS = 255;

  /** Whether one more has no room; looked at anew whenever metrics are collected. */
  private volatile boolean full;

  private final PoolKinds kinds = new PoolKinds();
  private final Slots slots;
  private final PoolMetrics metrics;
  private final Failures failures;
  private final Counter notFollowed;

  /** Guarded by this; those whose data sources are gone are dropped when room is needed or read. */
  private final List<Pool> followed = new ArrayList<>();

  Pools(Slots slots, PoolMetrics metrics, Metrics registry, Failures failures) {
    this.slots = slots;
    this.metrics = metrics;
    this.failures = failures;
    this.notFollowed = registry.counter(PoolMetrics.POOLS_NOT_FOLLOWED).series(AttributeSet.EMPTY);
  }

  /** The pool of a data source, or null if it is not followed. */
  @Nullable Pool of(Object dataSource) {
    Object left = slots.get(dataSource);
    if (left instanceof Pool) {
      return (Pool) left;
    }
    if (full) {
      notFollowed.add(1);
      return null;
    }
    return follow(dataSource);
  }

  /** The pool of a data source that was asked for a connection before, else null. */
  @Nullable Pool known(Object dataSource) {
    Object left = slots.get(dataSource);
    return left instanceof Pool ? (Pool) left : null;
  }

  private @Nullable Pool follow(Object dataSource) {
    Pool pool = findOrAdd(dataSource);
    Object left = slots.get(dataSource);
    if (pool != null) {
      slots.put(dataSource, pool);
      if (left instanceof Creations) {
        ((Creations) left).belongTo(pool);
      }
    }
    return pool;
  }

  private synchronized @Nullable Pool findOrAdd(Object dataSource) {
    Pool pool = find(dataSource);
    PoolKind kind = pool != null ? pool.kind() : kinds.of(dataSource.getClass());
    full = pool == null && !hasRoom();
    if (kind == null || full) {
      notFollowed.add(1);
      return null;
    }
    if (pool == null) {
      pool = new Pool(kind, dataSource, this, failures);
      followed.add(pool);
    }
    return pool;
  }

  private @Nullable Pool find(Object dataSource) {
    for (Pool pool : followed) {
      if (pool.dataSource() == dataSource) {
        return pool;
      }
    }
    return null;
  }

  private boolean hasRoom() {
    dropGone();
    return followed.size() < MAX_POOLS;
  }

  private void dropGone() {
    Iterator<Pool> pools = followed.iterator();
    while (pools.hasNext()) {
      if (pools.next().dataSource() == null) {
        pools.remove();
      }
    }
  }

  /** Those whose data sources are there. */
  synchronized List<Pool> followed() {
    full = !hasRoom();
    return new ArrayList<>(followed);
  }

  /** The series of a pool that has none yet, under a name that no other has. */
  synchronized PoolSeries series(String ownName) {
    String bounded =
        ownName.length() <= MAX_NAME_CHARS ? ownName : ownName.substring(0, MAX_NAME_CHARS);
    String unique = bounded;
    for (int number = 2; isTaken(unique); number++) {
      unique = bounded + '#' + number;
    }
    return new PoolSeries(metrics, unique);
  }

  /** Closes the pool of a name. */
  synchronized void close(String name, long nowNanos) {
    for (Pool pool : followed) {
      if (name.equals(pool.takenName())) {
        pool.close(nowNanos);
      }
    }
  }

  private boolean isTaken(String name) {
    for (Pool pool : followed) {
      if (name.equals(pool.takenName()) && pool.isAlive()) {
        return true;
      }
    }
    return false;
  }
}
