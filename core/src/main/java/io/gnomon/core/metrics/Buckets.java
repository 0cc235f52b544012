package io.gnomon.core.metrics;

import java.util.Arrays;

/**
 * Two arrays that grow together: the middles of buckets and their counts. To be filled again and
 * again. Not thread-safe.
 */
final class Buckets {

  private static final int INITIAL_SIZE = 64;

  private long[] middles = new long[INITIAL_SIZE];
  private long[] counts = new long[INITIAL_SIZE];
  private int size;

  void clear() {
    size = 0;
  }

  /** Makes room for so many more. */
  void reserve(long more) {
    int needed = Math.toIntExact(size + more);
    if (needed > middles.length) {
      int length = Math.max(needed, 2 * middles.length);
      middles = Arrays.copyOf(middles, length);
      counts = Arrays.copyOf(counts, length);
    }
  }

  /** Adds one that there is room for. */
  void add(long middle, long count) {
    middles[size] = middle;
    counts[size] = count;
    size++;
  }

  long[] middles() {
    return Arrays.copyOf(middles, size);
  }

  long[] counts() {
    return Arrays.copyOf(counts, size);
  }
}
