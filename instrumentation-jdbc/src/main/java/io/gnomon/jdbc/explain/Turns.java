package io.gnomon.jdbc.explain;

import io.gnomon.core.clock.Clock;
import java.util.Iterator;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * When a fingerprint was asked about last: one turn per fingerprint and interval. Bounded: past
 * {@link #MAX_TURNS} those whose interval is over are forgotten, at most once per interval, and
 * what finds no room shares one turn. For any thread.
 */
final class Turns {

  /** How many fingerprints have a turn of their own. */
  static final int MAX_TURNS = 2_000;

  private final Clock clock;
  private final long intervalNanos;
  private final ConcurrentHashMap<Long, Long> lastNanos = new ConcurrentHashMap<>();
  private final AtomicLong sharedNanos;
  private final AtomicLong sweptNanos;

  Turns(Clock clock, long intervalNanos) {
    long past = clock.nanoTime() - intervalNanos;
    this.clock = clock;
    this.intervalNanos = intervalNanos;
    this.sharedNanos = new AtomicLong(past);
    this.sweptNanos = new AtomicLong(past);
  }

  /** Whether it is this fingerprint's turn; if so, the next one is an interval from now. */
  boolean take(long fingerprint) {
    long now = clock.nanoTime();
    Long last = lastNanos.get(fingerprint);
    if (last != null) {
      return now - last >= intervalNanos && lastNanos.replace(fingerprint, last, now);
    }
    if (lastNanos.size() >= MAX_TURNS && !sweep(now)) {
      return isOver(sharedNanos, now);
    }
    return lastNanos.putIfAbsent(fingerprint, now) == null;
  }

  /** Forgets what loses nothing by it if it is time; whether there is room now. */
  private boolean sweep(long now) {
    if (!isOver(sweptNanos, now)) {
      return false;
    }
    Iterator<Long> all = lastNanos.values().iterator();
    while (all.hasNext()) {
      if (now - all.next() >= intervalNanos) {
        all.remove();
      }
    }
    return lastNanos.size() < MAX_TURNS;
  }

  /** Whether an interval is over; if so, the next begins. */
  private boolean isOver(AtomicLong begunNanos, long now) {
    long begun = begunNanos.get();
    return now - begun >= intervalNanos && begunNanos.compareAndSet(begun, now);
  }
}
