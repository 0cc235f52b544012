package io.gnomon.core.metrics;

import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Values on their way from the threads that measured them to the histograms: a bounded ring of
 * (timing, value).
 *
 * <p>{@link #offer} is lock-free and for any thread; {@link #drain} is for who holds the recorder's
 * lock. A producer claims a slot by moving the tail, then publishes it by storing the reference.
 * One that is suspended in between leaves a gap; the drain steps over it, so what others published
 * behind it still counts at once, and marks those slots as consumed until the gap has closed.
 */
final class Ring {

  private static final Object CONSUMED = new Object();

  /** Head and tail lie on cache lines of their own. */
  private static final int HEAD = 16;

  private static final int TAIL = 32;
  private static final int CURSORS = 48;
  private static final long FULL = -1;

  private final int capacity;
  private final AtomicLongArray cursors = new AtomicLongArray(CURSORS);
  private final AtomicReferenceArray<Object> entries;
  private final long[] values;

  /**
   * An empty ring.
   *
   * @param capacity a power of two
   */
  Ring(int capacity) {
    this.capacity = capacity;
    this.entries = new AtomicReferenceArray<>(capacity);
    this.values = new long[capacity];
  }

  /** Appends, or returns false if the ring is full. Does not allocate. */
  boolean offer(Timing timing, long value) {
    long position = claim();
    if (position == FULL) {
      return false;
    }
    publish(position, timing, value);
    return true;
  }

  /** The position of a slot that is the caller's until it publishes, or {@link #FULL}. */
  long claim() {
    long tail;
    do {
      tail = cursors.get(TAIL);
      if (tail - cursors.get(HEAD) >= capacity) {
        return FULL;
      }
    } while (!cursors.compareAndSet(TAIL, tail, tail + 1));
    return tail;
  }

  void publish(long position, Timing timing, long value) {
    int slot = slot(position);
    values[slot] = value;
    entries.lazySet(slot, timing);
  }

  /**
   * Moves all that is published into its histograms. A slot is given up before its value is taken,
   * so a failure in taking it can lose that one and never block the ring.
   */
  void drain(long nowNanos) {
    long tail = cursors.get(TAIL);
    boolean gap = false;
    for (long position = cursors.get(HEAD); position < tail; position++) {
      int slot = slot(position);
      Object entry = entries.get(slot);
      if (entry == null) {
        gap = true;
        continue;
      }
      long value = values[slot];
      if (gap) {
        entries.lazySet(slot, CONSUMED);
      } else {
        entries.lazySet(slot, null);
        cursors.lazySet(HEAD, position + 1);
      }
      if (entry != CONSUMED) {
        ((Timing) entry).take(value, nowNanos);
      }
    }
  }

  private int slot(long position) {
    return (int) position & (capacity - 1);
  }
}
