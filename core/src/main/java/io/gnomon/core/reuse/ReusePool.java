package io.gnomon.core.reuse;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Objects that wait to be used: a bounded, lock-free stack of indexes, so that the one used last,
 * still in the cache, is used next. Any thread may take and give.
 *
 * <p>The head holds the index on top and a stamp that changes with every move, which makes a
 * compare-and-set fail when the same index came back meanwhile. Objects are made as they are
 * needed; more than the capacity at a time are made and left to the garbage collector, or not made
 * at all, as who takes one wants it.
 *
 * @param <T> what is used again; each knows its own index
 */
public abstract class ReusePool<T> {

  /** The index of an object that is not kept. */
  public static final int NONE = -1;

  private static final long INDEX_MASK = 0xFFFF_FFFFL;
  private static final long ONE_STAMP = 1L << 32;

  private final int capacity;
  private final AtomicReferenceArray<@Nullable T> objects;
  private final AtomicIntegerArray below;
  private final AtomicLong head = new AtomicLong(NONE & INDEX_MASK);
  private final AtomicInteger made = new AtomicInteger();
  private final AtomicLong notKept = new AtomicLong();

  /**
   * An empty pool.
   *
   * @param capacity how many objects are kept
   */
  protected ReusePool(int capacity) {
    this.capacity = capacity;
    this.objects = new AtomicReferenceArray<>(capacity);
    this.below = new AtomicIntegerArray(capacity);
  }

  /**
   * Makes an object.
   *
   * @param index which it has to keep, or {@link #NONE}
   * @return a new one
   */
  protected abstract T make(int index);

  /**
   * The index that an object was made with.
   *
   * @param object one of {@link #make}
   * @return as given there
   */
  protected abstract int index(T object);

  /**
   * Takes the object that was given back last.
   *
   * @return it, or a new one if none waits
   */
  public final T take() {
    T waiting = pop();
    return waiting == null ? makeOne() : waiting;
  }

  /**
   * Takes the object that was given back last, and makes none past the capacity.
   *
   * @return it, or a new one if none waits; null if as many as are kept are in use
   */
  public final @Nullable T takeKept() {
    T waiting = pop();
    if (waiting != null || made.get() >= capacity) {
      return waiting;
    }
    int index = made.getAndIncrement();
    return index < capacity ? makeKept(index) : null;
  }

  private @Nullable T pop() {
    long top = head.get();
    while ((int) top != NONE) {
      int index = (int) top;
      T object = objects.get(index);
      if (object != null && head.compareAndSet(top, next(top, below.get(index)))) {
        return object;
      }
      top = head.get();
    }
    return null;
  }

  /**
   * Gives back an object that nobody uses any more.
   *
   * @param object one of this pool's
   */
  public final void give(T object) {
    int index = index(object);
    if (index == NONE) {
      return;
    }
    long top;
    do {
      top = head.get();
      below.set(index, (int) top);
    } while (!head.compareAndSet(top, next(top, index)));
  }

  private T makeOne() {
    int index = made.get() < capacity ? made.getAndIncrement() : capacity;
    if (index >= capacity) {
      notKept.incrementAndGet();
      return make(NONE);
    }
    return makeKept(index);
  }

  private T makeKept(int index) {
    T object = make(index);
    objects.set(index, object);
    return object;
  }

  private static long next(long top, int index) {
    return ((top & ~INDEX_MASK) + ONE_STAMP) | (index & INDEX_MASK);
  }

  /**
   * How many objects are kept by now, used or not; they have the indexes below.
   *
   * @return at most the capacity
   */
  public final int kept() {
    return Math.min(capacity, made.get());
  }

  /**
   * An object that is kept.
   *
   * @param index 0 to {@link #kept()} - 1
   * @return used or not; null if it is being made
   */
  public final @Nullable T get(int index) {
    return objects.get(index);
  }

  /**
   * How many objects were made past the capacity.
   *
   * @return since start
   */
  public final long notKept() {
    return notKept.get();
  }
}
