package io.gnomon.core.traces;

import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * What is slow for one route: how long all but the slowest share of its requests of the last
 * minutes took. {@link #count} and {@link #nanos} are for any thread, without an allocation: one
 * atomic addition, and a write once a second; {@link #compute} is for one thread of ours. Weighs
 * about 1,000 bytes.
 *
 * <p>Durations are counted in 16 buckets per power of two from 2 ms to 17 s, in steps of 0.13 ms
 * below and in one bucket per power of two above. Each minute all counts are halved, so what is two
 * minutes old counts a quarter; not below {@link #MIN_REQUESTS}, so a route with few requests looks
 * back further.
 */
final class SlowLimit {

  /** How many requests a route needs to have a limit of its own. */
  static final int MIN_REQUESTS = 200;

  /** What is slow before. */
  static final long FIRST_NANOS = 1_000_000_000L;

  static final long HALVE_NANOS = 60_000_000_000L;

  private static final long BILLIONTHS = 1_000_000_000L;

  /** A step of the lowest buckets is 2^17 ns. */
  private static final int STEP_BITS = 17;

  /** 16 buckets per power of two. */
  private static final int FINE_BITS = 4;

  private static final int FINE = 1 << FINE_BITS;

  /** Of a duration in steps that has so many bits or more only the highest one is looked at. */
  private static final int COARSE_BITS = 17;

  private static final int COARSE_FROM = (COARSE_BITS - FINE_BITS + 1) * FINE;
  private static final int COARSE = 8;
  private static final int BUCKETS = COARSE_FROM + COARSE;

  private final long shareBillionths;
  private final AtomicIntegerArray counts = new AtomicIntegerArray(BUCKETS);
  private volatile boolean changed;
  private volatile long nanos = FIRST_NANOS;
  private long halvedNanos;

  /**
   * The limit of a route without requests.
   *
   * @param shareBillionths which share of its requests is slow
   * @param nowNanos when it is made
   */
  SlowLimit(long shareBillionths, long nowNanos) {
    this.shareBillionths = shareBillionths;
    this.halvedNanos = nowNanos;
  }

  /** Counts a request that has ended. */
  void count(long elapsedNanos) {
    counts.incrementAndGet(bucket(elapsedNanos));
    if (!changed) {
      changed = true;
    }
  }

  /** The limit as of the last computation: what takes longer is slow. */
  long nanos() {
    return nanos;
  }

  /**
   * Computes the limit anew: the upper end of the bucket above which there is no more than the
   * share. Costs nothing if no request has ended since the last time.
   */
  void compute(long nowNanos) {
    if (!changed) {
      return;
    }
    changed = false;
    long total = total();
    long minutes = (nowNanos - halvedNanos) / HALVE_NANOS;
    halvedNanos += minutes * HALVE_NANOS;
    for (long i = 0; i < minutes && total >= 2 * MIN_REQUESTS; i++) {
      halve();
      total = total();
    }
    if (total >= MIN_REQUESTS) {
      nanos = limit(total * shareBillionths / BILLIONTHS);
    }
  }

  private long total() {
    long total = 0;
    for (int i = 0; i < BUCKETS; i++) {
      total += counts.get(i);
    }
    return total;
  }

  /** What one bucket loses by rounding goes to the next, so that seldom durations stay. */
  private void halve() {
    int rest = 0;
    for (int i = 0; i < BUCKETS; i++) {
      int count = counts.get(i);
      int half = (count + rest) / 2;
      rest = (count + rest) & 1;
      counts.addAndGet(i, half - count);
    }
  }

  private long limit(long allowed) {
    long above = 0;
    int bucket = BUCKETS - 1;
    while (bucket >= 0 && above + counts.get(bucket) <= allowed) {
      above += counts.get(bucket);
      bucket--;
    }
    return highest(bucket);
  }

  static int bucket(long elapsedNanos) {
    long steps = Math.max(0, elapsedNanos) >>> STEP_BITS;
    int bits = Long.SIZE - Long.numberOfLeadingZeros(steps);
    if (bits > COARSE_BITS) {
      return Math.min(BUCKETS - 1, COARSE_FROM + bits - COARSE_BITS - 1);
    }
    int shift = Math.max(0, bits - FINE_BITS - 1);
    return shift * FINE + (int) (steps >>> shift);
  }

  /** The longest duration that falls into a bucket: of the last one any, below the first none. */
  static long highest(int bucket) {
    if (bucket == BUCKETS - 1) {
      return Long.MAX_VALUE;
    }
    if (bucket >= COARSE_FROM) {
      return (1L << (bucket - COARSE_FROM + COARSE_BITS + 1 + STEP_BITS)) - 1;
    }
    int shift = Math.max(0, bucket / FINE - 1);
    return ((bucket - shift * FINE + 1L) << shift << STEP_BITS) - 1;
  }
}
