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

  void add(long middle, long count) {
    if (size == middles.length) {
      middles = Arrays.copyOf(middles, 2 * size);
      counts = Arrays.copyOf(counts, 2 * size);
    }
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
