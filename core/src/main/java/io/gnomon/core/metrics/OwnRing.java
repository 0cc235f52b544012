package io.gnomon.core.metrics;

import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;

/**
 * Values on their way from one thread that measures many to the histograms: a bounded ring of
 * (timing, value) with no one to compete with.
 *
 * <p>{@link #offer} and {@link #isDue} are for the thread alone, {@link #drain} for who holds the
 * recorder's lock. What was drained stays where it was: a thread that does the same again and again
 * finds the timing there that it wants to put, and writes none. That matters, for writing a
 * reference into an object that is old costs a fence, as moving a shared tail does.
 */
final class OwnRing {

  /** How many values it holds; 3 KB, for it competes with the application for the nearest cache. */
  static final int CAPACITY = 256;

  private static final int HALF = CAPACITY / 2;

  /** Head and tail lie on cache lines of their own. */
  private static final int HEAD = 16;

  private static final int TAIL = 32;
  private static final int CURSORS = 48;

  private final Recorder recorder;
  private final WeakReference<ThreadRing> thread;
  private final AtomicLongArray cursors = new AtomicLongArray(CURSORS);
  private final @Nullable Timing[] timings = new @Nullable Timing[CAPACITY];
  private final long[] values = new long[CAPACITY];

  /** The thread's own copies: where it goes on, and what it last saw drained. */
  private long tail;

  private long seenHead;

  /**
   * An empty ring.
   *
   * @param recorder whose histograms it is for
   * @param thread whose it is; held weakly
   */
  OwnRing(Recorder recorder, ThreadRing thread) {
    this.recorder = recorder;
    this.thread = new WeakReference<>(thread);
  }

  boolean isOf(Recorder other) {
    return recorder == other;
  }

  /** Whether its thread is gone: nothing more will come than what is in it. */
  boolean isAbandoned() {
    return thread.get() == null;
  }

  /** Appends, or returns false if the ring is full. Does not allocate. */
  boolean offer(Timing timing, long value) {
    long position = tail;
    if (position - seenHead >= CAPACITY) {
      seenHead = cursors.get(HEAD);
      if (position - seenHead >= CAPACITY) {
        return false;
      }
    }
    int slot = slot(position);
    if (timings[slot] != timing) {
      timings[slot] = timing;
    }
    values[slot] = value;
    tail = position + 1;
    cursors.lazySet(TAIL, position + 1);
    return true;
  }

  /** Whether it is time to drain, if nobody holds the lock: long before the ring is full. */
  boolean isDue() {
    return (tail & (HALF - 1)) == 0;
  }

  /** Moves all that is there into its histograms; a failure in doing so loses one value at most. */
  void drain(long nowNanos) {
    long end = cursors.get(TAIL);
    for (long position = cursors.get(HEAD); position < end; position++) {
      int slot = slot(position);
      Timing timing = timings[slot];
      long value = values[slot];
      cursors.lazySet(HEAD, position + 1);
      if (timing != null) {
        timing.take(value, nowNanos);
      }
    }
  }

  private static int slot(long position) {
    return (int) position & (CAPACITY - 1);
  }
}
