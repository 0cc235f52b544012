package io.gnomon.core.metrics;

import io.gnomon.core.clock.Clock;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Handles to series by a key of the caller's, bounded by {@link Metrics#MAX_SERIES}. When it is
 * full it is emptied, at most once in {@link Metrics#IDLE_NANOS}: what is still in use is put in
 * again and finds its series as it was. Safe for any thread; looking up does not allocate.
 *
 * @param <K> the key; not changed once it was put in
 * @param <V> a handle, or several of one key
 */
public final class TimingCache<K, V> {

  private final Clock clock;
  private final ConcurrentHashMap<K, V> timings = new ConcurrentHashMap<>();
  private final AtomicLong emptiedNanos;

  /**
   * An empty cache.
   *
   * @param clock tells when it may be emptied
   */
  public TimingCache(Clock clock) {
    this.clock = clock;
    this.emptiedNanos = new AtomicLong(clock.nanoTime());
  }

  /**
   * The handle of a key.
   *
   * @param key which; may be one that the caller reuses
   * @return null if it is not there
   */
  public @Nullable V get(K key) {
    return timings.get(key);
  }

  /**
   * Whether one more handle may be put in; empties the cache first if it is full and due.
   *
   * @return false if it is full
   */
  public boolean hasRoom() {
    if (timings.size() < Metrics.MAX_SERIES) {
      return true;
    }
    long emptied = emptiedNanos.get();
    long now = clock.nanoTime();
    if (now - emptied >= Metrics.IDLE_NANOS && emptiedNanos.compareAndSet(emptied, now)) {
      timings.clear();
      return true;
    }
    return false;
  }

  /**
   * Puts a handle in.
   *
   * @param key which; not changed from now on
   * @param handle its handle
   */
  public void put(K key, V handle) {
    timings.put(key, handle);
  }
}
