package io.gnomon.core.findings;

import java.util.concurrent.atomic.AtomicLong;

/** Lets one through per interval and counts the others. Lock-free, for any thread. */
final class RateLimit {

  /** What {@link #admit} returns when it holds back. */
  static final long HELD_BACK = -1;

  private final long intervalNanos;
  private final AtomicLong lastNanos;
  private final AtomicLong heldBack = new AtomicLong();

  /** A limit that lets the first one through. */
  RateLimit(long intervalNanos, long nowNanos) {
    // Half of all time is for ever; all of it would overflow below.
    this.intervalNanos = Math.min(intervalNanos, Long.MAX_VALUE / 2);
    this.lastNanos = new AtomicLong(nowNanos - this.intervalNanos);
  }

  /** How many were held back since the last one that went through, or {@link #HELD_BACK}. */
  long admit(long nowNanos) {
    long last = lastNanos.get();
    if (nowNanos - last >= intervalNanos && lastNanos.compareAndSet(last, nowNanos)) {
      return heldBack.getAndSet(0);
    }
    heldBack.incrementAndGet();
    return HELD_BACK;
  }

  /** Whether forgetting it loses nothing. */
  boolean isIdle(long nowNanos) {
    return heldBack.get() == 0 && nowNanos - lastNanos.get() >= intervalNanos;
  }
}
