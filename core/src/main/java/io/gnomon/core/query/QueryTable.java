package io.gnomon.core.query;

import io.gnomon.core.clock.Clock;
import io.gnomon.core.metrics.Metrics;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Queries by database and fingerprint, bounded by {@link #MAX_QUERIES}: a hash table of chains that
 * only grow at their head. {@link #find} is wait-free, for any thread, and does not allocate, which
 * a map with boxed keys would; adding takes a lock. A full table is emptied when it has been so for
 * {@link Metrics#IDLE_NANOS}, to make room for shapes that came later.
 */
final class QueryTable {

  /** How many queries it holds. */
  static final int MAX_QUERIES = 2_000;

  private static final int CHAINS = 4_096;
  private static final int HALF = 32;
  private static final long GOLDEN = 0x9E37_79B9_7F4A_7C15L;

  private final Clock clock;
  private final AtomicReferenceArray<@Nullable Link> chains = new AtomicReferenceArray<>(CHAINS);

  /** Guarded by this. */
  private int size;

  /** Guarded by this. */
  private long emptiedNanos;

  QueryTable(Clock clock) {
    this.clock = clock;
    this.emptiedNanos = clock.nanoTime();
  }

  @Nullable Query find(Database database, long fingerprint) {
    for (Link link = chains.get(chain(database, fingerprint)); link != null; link = link.next) {
      Query query = link.query;
      if (query.shape().fingerprint() == fingerprint && query.database().equals(database)) {
        return query;
      }
    }
    return null;
  }

  /** Whether one more fits; empties the table first if it is full and due. */
  synchronized boolean hasRoom() {
    if (size < MAX_QUERIES) {
      return true;
    }
    long now = clock.nanoTime();
    if (now - emptiedNanos < Metrics.IDLE_NANOS) {
      return false;
    }
    empty(now);
    return true;
  }

  /** Adds a query unless it is there already; the one that is there now. */
  synchronized Query add(Query query) {
    Database database = query.database();
    long fingerprint = query.shape().fingerprint();
    Query known = find(database, fingerprint);
    if (known != null) {
      return known;
    }
    int chain = chain(database, fingerprint);
    chains.set(chain, new Link(query, chains.get(chain)));
    size++;
    return query;
  }

  private void empty(long nowNanos) {
    for (int i = 0; i < CHAINS; i++) {
      chains.set(i, null);
    }
    size = 0;
    emptiedNanos = nowNanos;
  }

  private static int chain(Database database, long fingerprint) {
    long mixed = (fingerprint + database.hashCode()) * GOLDEN;
    return (int) (mixed >>> HALF) & (CHAINS - 1);
  }

  private static final class Link {

    private final Query query;
    private final @Nullable Link next;

    Link(Query query, @Nullable Link next) {
      this.query = query;
      this.next = next;
    }
  }
}
