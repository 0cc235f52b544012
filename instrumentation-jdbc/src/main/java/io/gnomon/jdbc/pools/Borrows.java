package io.gnomon.jdbc.pools;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Borrows that wait for a connection: a bounded, lock-free stack of indexes, so that the one used
 * last is used next. Any thread may take and give; who looks for leaks goes through all of them.
 *
 * <p>The head holds the index on top and a stamp that changes with every move, which makes a
 * compare-and-set fail when the same index came back meanwhile. More than {@link #CAPACITY} at a
 * time are made and left to the garbage collector; leaks among those are not found.
 */
final class Borrows {

  /** How many are kept. */
  static final int CAPACITY = 2_048;

  private static final int NONE = -1;
  private static final long INDEX_MASK = 0xFFFF_FFFFL;
  private static final long ONE_STAMP = 1L << 32;

  private final AtomicReferenceArray<@Nullable Borrow> borrows =
      new AtomicReferenceArray<>(CAPACITY);
  private final AtomicIntegerArray below = new AtomicIntegerArray(CAPACITY);
  private final AtomicLong head = new AtomicLong(NONE & INDEX_MASK);
  private final AtomicInteger made = new AtomicInteger();
  private final AtomicLong notKept = new AtomicLong();

  Borrow take() {
    long top = head.get();
    while ((int) top != NONE) {
      int index = (int) top;
      Borrow borrow = borrows.get(index);
      if (borrow != null && head.compareAndSet(top, next(top, below.get(index)))) {
        return borrow;
      }
      top = head.get();
    }
    return make();
  }

  /** Gives back one that has ended. */
  void give(Borrow borrow) {
    int index = borrow.poolIndex();
    if (index == NONE) {
      return;
    }
    long top;
    do {
      top = head.get();
      below.set(index, (int) top);
    } while (!head.compareAndSet(top, next(top, index)));
  }

  private Borrow make() {
    int index = made.get() < CAPACITY ? made.getAndIncrement() : CAPACITY;
    if (index >= CAPACITY) {
      notKept.incrementAndGet();
      return new Borrow(NONE);
    }
    Borrow borrow = new Borrow(index);
    borrows.set(index, borrow);
    return borrow;
  }

  private static long next(long top, int index) {
    return ((top & ~INDEX_MASK) + ONE_STAMP) | (index & INDEX_MASK);
  }

  /** How many are kept by now; they have the indexes below. */
  int kept() {
    return Math.min(CAPACITY, made.get());
  }

  /** One that is kept, held or not; null if it is being made. */
  @Nullable Borrow get(int index) {
    return borrows.get(index);
  }

  /** How many could not be kept. */
  long notKept() {
    return notKept.get();
  }
}
