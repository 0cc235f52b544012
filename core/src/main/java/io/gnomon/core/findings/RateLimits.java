package io.gnomon.core.findings;

import io.gnomon.core.clock.Clock;
import java.util.Iterator;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A rate limit per fingerprint, bounded: past {@link #MAX_LIMITS} the idle ones are forgotten, at
 * most once per interval, and what finds no room shares one limit. For any thread.
 */
public final class RateLimits {

  /** What {@link #admit} returns when it holds back. */
  public static final long HELD_BACK = RateLimit.HELD_BACK;

  /** How many fingerprints have a limit of their own. */
  public static final int MAX_LIMITS = 2_000;

  private final Clock clock;
  private final long intervalNanos;
  private final ConcurrentHashMap<Long, RateLimit> limits = new ConcurrentHashMap<>();
  private final RateLimit shared;
  private final AtomicLong sweptNanos;

  /**
   * No fingerprint yet.
   *
   * @param clock tells when an interval is over
   * @param intervalNanos how often at most one fingerprint goes through
   */
  public RateLimits(Clock clock, long intervalNanos) {
    long now = clock.nanoTime();
    this.clock = clock;
    this.intervalNanos = Math.min(intervalNanos, Long.MAX_VALUE / 2);
    this.shared = new RateLimit(intervalNanos, now);
    this.sweptNanos = new AtomicLong(now - this.intervalNanos);
  }

  /**
   * Asks for one that has just happened.
   *
   * @param fingerprint whose limit
   * @return how many were held back since the last one that went through, or {@link #HELD_BACK}
   */
  public long admit(long fingerprint) {
    long now = clock.nanoTime();
    return limit(fingerprint, now).admit(now);
  }

  private RateLimit limit(Long fingerprint, long nowNanos) {
    RateLimit known = limits.get(fingerprint);
    if (known != null) {
      return known;
    }
    if (limits.size() >= MAX_LIMITS && !sweep(nowNanos)) {
      return shared;
    }
    RateLimit made = new RateLimit(intervalNanos, nowNanos);
    RateLimit first = limits.putIfAbsent(fingerprint, made);
    return first == null ? made : first;
  }

  /** Forgets idle limits if it is time; whether there is room now. */
  private boolean sweep(long nowNanos) {
    long swept = sweptNanos.get();
    if (nowNanos - swept < intervalNanos || !sweptNanos.compareAndSet(swept, nowNanos)) {
      return false;
    }
    Iterator<RateLimit> all = limits.values().iterator();
    while (all.hasNext()) {
      if (all.next().isIdle(nowNanos)) {
        all.remove();
      }
    }
    return limits.size() < MAX_LIMITS;
  }
}
