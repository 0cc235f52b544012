package io.gnomon.core.metrics;

import io.gnomon.core.clock.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The rings that all timings of a registry share, striped by thread, and the lock that owns every
 * histogram.
 *
 * <p>{@link #record} is for any thread: lock-free and without allocation, unless the thread finds
 * its ring full. Then it takes the lock, empties that ring and puts its own value straight into the
 * histogram: nothing waits for another thread's progress and nothing is dropped.
 *
 * <p>A thread that finds a shared ring full measures much, or others do: it gets an {@link
 * OwnRing}, if it can say where it keeps one, and is in nobody's way from then on.
 */
final class Recorder {

  /** How many rings there are at most. */
  static final int MAX_STRIPES = 16;

  /** How many values a ring holds. */
  static final int RING_CAPACITY = 1_024;

  /** How many threads have rings of their own at most; others go on sharing. */
  static final int MAX_OWN_RINGS = 64;

  private final Clock clock;
  private final Ring[] rings;
  private final ReentrantLock lock = new ReentrantLock();

  /** Guarded by the lock. */
  private final List<OwnRing> ownRings = new ArrayList<>();

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

  /** The same for a thread that says where it keeps a ring of its own. */
  void record(Timing timing, long value, ThreadRing thread) {
    OwnRing own = thread.of(this);
    if (own == null) {
      Ring ring = ringOfThisThread();
      if (!ring.offer(timing, value)) {
        recordWhenFull(ring, timing, value);
        giveOwn(thread);
      }
    } else if (!own.offer(timing, value)) {
      recordWhenFull(own, timing, value);
    } else if (own.isDue()) {
      drainIfFree(own);
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

  private void recordWhenFull(OwnRing ring, Timing timing, long value) {
    lock();
    try {
      long now = clock.nanoTime();
      ring.drain(now);
      timing.take(value, now);
    } finally {
      unlock();
    }
  }

  /** In good time, so that no thread is kept waiting for another one's drain. */
  private void drainIfFree(OwnRing ring) {
    if (lock.tryLock()) {
      try {
        ring.drain(clock.nanoTime());
      } finally {
        unlock();
      }
    }
  }

  private void giveOwn(ThreadRing thread) {
    lock();
    try {
      if (ownRings.size() < MAX_OWN_RINGS) {
        OwnRing ring = new OwnRing(this, thread);
        ownRings.add(ring);
        thread.own(ring);
      }
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
    int index = Integer.MAX_VALUE;
    while (index > 0) {
      index = drainOwn(index);
    }
  }

  /**
   * Empties the last of the first rings that threads have of their own, and forgets it if its
   * thread is gone. From the end to the beginning, so that none is passed over if somebody else
   * does the same and forgets one.
   *
   * @return how many are left to be emptied
   */
  private int drainOwn(int first) {
    lock();
    try {
      int index = Math.min(first, ownRings.size()) - 1;
      if (index >= 0) {
        OwnRing ring = ownRings.get(index);
        boolean abandoned = ring.isAbandoned();
        ring.drain(clock.nanoTime());
        if (abandoned) {
          ownRings.remove(index);
        }
      }
      return index;
    } finally {
      unlock();
    }
  }

  /** How many rings threads have of their own. */
  int ownRings() {
    lock();
    try {
      return ownRings.size();
    } finally {
      unlock();
    }
  }

  void lock() {
    lock.lock();
  }

  void unlock() {
    lock.unlock();
  }
}
