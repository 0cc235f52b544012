package io.gnomon.core.request;

import io.gnomon.core.query.Query;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The queries of one request in the order of their end: parallel arrays that grow by doubling up to
 * {@link RequestRecord#MAX_QUERIES}. Not thread-safe; a stray write of a task that outlived its
 * request may garble an entry, never throw.
 */
final class QueryList {

  /** What a list that was much larger than its last request needed shrinks to. */
  static final int SMALL = 16;

  private static final int SHRINK_BELOW_USE = 4;

  private @Nullable Query[] queries = new @Nullable Query[SMALL];
  private long[] startOffsetNanos = new long[SMALL];
  private long[] durationNanos = new long[SMALL];
  private int size;

  void add(Query query, long startOffset, long duration) {
    int index = size;
    if (index >= RequestRecord.MAX_QUERIES) {
      return;
    }
    if (index >= durationNanos.length) {
      resize(Math.min(RequestRecord.MAX_QUERIES, 2 * index));
    }
    queries[index] = query;
    startOffsetNanos[index] = startOffset;
    durationNanos[index] = duration;
    size = index + 1;
  }

  int size() {
    return size;
  }

  int capacity() {
    return durationNanos.length;
  }

  @Nullable Query query(int index) {
    return queries[index];
  }

  long startOffsetNanos(int index) {
    return startOffsetNanos[index];
  }

  long durationNanos(int index) {
    return durationNanos[index];
  }

  void clear() {
    if (size == 0) {
      return;
    }
    if (capacity() > SMALL && size < capacity() / SHRINK_BELOW_USE) {
      size = 0;
      queries = new @Nullable Query[SMALL];
      startOffsetNanos = new long[SMALL];
      durationNanos = new long[SMALL];
    } else {
      Arrays.fill(queries, 0, size, null);
      size = 0;
    }
  }

  private void resize(int capacity) {
    queries = Arrays.copyOf(queries, capacity);
    startOffsetNanos = Arrays.copyOf(startOffsetNanos, capacity);
    durationNanos = Arrays.copyOf(durationNanos, capacity);
  }
}
