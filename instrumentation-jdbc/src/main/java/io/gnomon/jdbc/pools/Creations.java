package io.gnomon.jdbc.pools;

import io.gnomon.core.attributes.AttributeSet;
import io.gnomon.core.metrics.Counter;
import io.gnomon.core.metrics.Metrics;
import io.gnomon.jdbc.slots.Slots;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The connections that one object of a pool's made before it was known which pool it belongs to.
 * Guarded by its own lock, which is free while anything else is called; connections are made
 * seldom.
 */
final class Creations {

  /** How many are kept until then. */
  static final int MAX_KEPT = 64;

  private final Counter notKept;
  private final long[] nanos = new long[MAX_KEPT];
  private int kept;
  private @Nullable Pool pool;

  private Creations(Counter notKept) {
    this.notKept = notKept;
  }

  private void add(long elapsedNanos) {
    Pool owner = keep(elapsedNanos);
    if (owner != null) {
      owner.series().createTimes.record(elapsedNanos);
    }
  }

  /** Keeps a time, or gives the pool that it belongs to. */
  private synchronized @Nullable Pool keep(long elapsedNanos) {
    if (pool == null && kept < MAX_KEPT) {
      nanos[kept++] = elapsedNanos;
    } else if (pool == null) {
      notKept.add(1);
    }
    return pool;
  }

  void belongTo(Pool owner) {
    for (long elapsedNanos : takeFor(owner)) {
      owner.series().createTimes.record(elapsedNanos);
    }
  }

  private synchronized long[] takeFor(Pool owner) {
    long[] taken = Arrays.copyOf(nanos, kept);
    kept = 0;
    pool = owner;
    return taken;
  }

  /** The objects that make connections, each with its pool or with what it made so far. */
  static final class Makers {

    private final Slots slots;
    private final Counter notKept;

    Makers(Slots slots, Metrics registry) {
      this.slots = slots;
      this.notKept =
          registry.counter(PoolMetrics.CREATIONS_WITHOUT_POOL).series(AttributeSet.EMPTY);
    }

    /**
     * Counts a connection.
     *
     * @param maker what made it
     * @param elapsedNanos how long that took
     * @param asking the pool inside whose {@code getConnection} it was made, or null
     */
    void made(Object maker, long elapsedNanos, @Nullable Pool asking) {
      Object left = slots.get(maker);
      if (!(left instanceof Pool) && asking != null) {
        belongTo(maker, asking);
        left = asking;
      }
      if (left instanceof Pool) {
        ((Pool) left).series().createTimes.record(elapsedNanos);
      } else {
        keep(maker, elapsedNanos);
      }
    }

    private void keep(Object maker, long elapsedNanos) {
      Object left = creations(maker);
      if (left instanceof Creations) {
        ((Creations) left).add(elapsedNanos);
      } else if (left instanceof Pool) {
        ((Pool) left).series().createTimes.record(elapsedNanos);
      }
    }

    private synchronized Object creations(Object maker) {
      Object left = slots.get(maker);
      if (left == null) {
        left = new Creations(notKept);
        slots.put(maker, left);
      }
      return left;
    }

    Maker maker(Object maker) {
      return new Maker(slots, maker);
    }

    /** Says which pool a maker belongs to. */
    void belongTo(Object maker, Pool pool) {
      Object left = replace(maker, pool);
      if (left instanceof Creations) {
        ((Creations) left).belongTo(pool);
      }
    }

    private synchronized @Nullable Object replace(Object maker, Pool pool) {
      Object left = slots.get(maker);
      slots.put(maker, pool);
      return left;
    }
  }
}
