package io.gnomon.core.metrics;

import io.gnomon.core.clock.Clock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The rings that all timings of a registry share, striped by thread, and the lock that owns every
 * histogram.
 *
 * <p>{@link #record} is for any thread: lock-free and without allocation, unless the thread finds
 * its ring full. Then it takes the lock, empties that ring and puts its own value straight into the
 * histogram: nothing waits for another thread's progress and nothing is dropped.
 */
final class Recorder {

  /** How many rings there are at most. */
  static final int MAX_STRIPES = 16;

  /** How many values a ring holds. */
  static final int RING_CAPACITY = 1_024;

  private final Clock clock;
  private final Ring[] rings;
  private final ReentrantLock lock = new ReentrantLock();

  /**
   * Empty rings.
   *
   * @param clock tells when a series was last used
   * @param stripes how many rings, rounded up to a power of two
   * @param capacity of each ring, a power of two
   */
  Recorder(Clock clock, int stripes, int capacity) {
    this.clock = clock;
    this.rings = new Ring[powerOfTwo(stripes)];
    for (int i = 0; i < rings.length; i++) {
      rings[i] = new Ring(capacity);
    }
  }

  private static int powerOfTwo(int atLeast) {
    return atLeast <= 1 ? 1 : Integer.highestOneBit(atLeast - 1) << 1;
  }

  void record(Timing timing, long value) {
    Ring ring = ringOfThisThread();
    if (!ring.offer(timing, value)) {
      recordWhenFull(ring, timing, value);
    }
  }

  Ring ringOfThisThread() {
    return rings[(int) Thread.currentThread().getId() & (rings.length - 1)];
  }

  private void recordWhenFull(Ring ring, Timing timing, long value) {
    lock();
    try {
      long now = clock.nanoTime();
      ring.drain(now);
      timing.take(value, now);
    } finally {
      unlock();
    }
  }

  /** Empties the rings; the lock is free between one and the next. */
  void drain() {
    for (Ring ring : rings) {
      lock();
      try {
        ring.drain(clock.nanoTime());
      } finally {
        unlock();
      }
    }
  }

  void lock() {
    lock.lock();
  }

  void unlock() {
    lock.unlock();
  }
}
