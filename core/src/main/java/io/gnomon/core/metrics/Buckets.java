package io.gnomon.core.metrics;

import java.util.Arrays;

/** Two arrays that grow together: the middles of buckets and their counts. Not thread-safe. */
final class Buckets {

  private static final int INITIAL_SIZE = 64;

  private long[] nanos = new long[INITIAL_SIZE];
  private long[] counts = new long[INITIAL_SIZE];
  private int size;

  void add(long middleNanos, long count) {
    if (size == nanos.length) {
      nanos = Arrays.copyOf(nanos, 2 * size);
      counts = Arrays.copyOf(counts, 2 * size);
    }
    nanos[size] = middleNanos;
    counts[size] = count;
    size++;
  }

  long[] nanos() {
    return Arrays.copyOf(nanos, size);
  }

  long[] counts() {
    return Arrays.copyOf(counts, size);
  }
}
