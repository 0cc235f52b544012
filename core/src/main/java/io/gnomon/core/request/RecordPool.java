package io.gnomon.core.request;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Records that wait for a request: a bounded, lock-free stack of indexes, so that the record used
 * last, still in the cache, is used next. Any thread may take and give.
 *
 * <p>The head holds the index on top and a stamp that changes with every move, which makes a
 * compare-and-set fail when the same index came back meanwhile. Records are made as they are
 * needed; more than {@link #CAPACITY} at a time are made and left to the garbage collector.
 */
final class RecordPool {

  /** How many records are kept. */
  static final int CAPACITY = 512;

  /** The index of no record. */
  static final int NONE = -1;

  private static final long INDEX_MASK = 0xFFFF_FFFFL;
  private static final long ONE_STAMP = 1L << 32;

  private final AtomicReferenceArray<RequestRecord> records = new AtomicReferenceArray<>(CAPACITY);
  private final AtomicIntegerArray below = new AtomicIntegerArray(CAPACITY);
  private final AtomicLong head = new AtomicLong(NONE & INDEX_MASK);
  private final AtomicInteger made = new AtomicInteger();

  RequestRecord take() {
    long top = head.get();
    while ((int) top != NONE) {
      int index = (int) top;
      if (head.compareAndSet(top, next(top, below.get(index)))) {
        return records.get(index);
      }
      top = head.get();
    }
    return make();
  }

  void give(RequestRecord record) {
    int index = record.poolIndex();
    if (index == NONE) {
      return;
    }
    long top;
    do {
      top = head.get();
      below.set(index, (int) top);
    } while (!head.compareAndSet(top, next(top, index)));
  }

  private RequestRecord make() {
    int index = made.get() < CAPACITY ? made.getAndIncrement() : CAPACITY;
    if (index >= CAPACITY) {
      return new RequestRecord(NONE);
    }
    RequestRecord record = new RequestRecord(index);
    records.set(index, record);
    return record;
  }

  private static long next(long top, int index) {
    return ((top & ~INDEX_MASK) + ONE_STAMP) | (index & INDEX_MASK);
  }
}
