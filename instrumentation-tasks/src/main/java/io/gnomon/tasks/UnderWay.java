package io.gnomon.tasks;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Tasks that were handed over and have not started, by identity, held weakly. Bounded: past {@link
 * #MAX} a task is not kept, and counted. One object may be under way several times, as a lambda
 * that captures nothing is: then the oldest is taken first.
 *
 * <p>Any thread. Lock-free; {@link #isEmpty} is one volatile read. {@link #put} allocates what it
 * keeps; {@link #take} allocates only if other tasks lie in the same place.
 */
final class UnderWay {

  /** How many tasks may be under way at a time. */
  static final int MAX = 10_000;

  /** A power of two. */
  private static final int PLACES = 4_096;

  private static final class Node {
    final Carried carried;
    final @Nullable Node older;

    Node(Carried carried, @Nullable Node older) {
      this.carried = carried;
      this.older = older;
    }
  }

  private final AtomicReferenceArray<@Nullable Node> places = new AtomicReferenceArray<>(PLACES);
  private final AtomicInteger size = new AtomicInteger();
  private final LongAdder notCarried = new LongAdder();

  boolean isEmpty() {
    return size.get() == 0;
  }

  int size() {
    return size.get();
  }

  long notCarried() {
    return notCarried.sum();
  }

  /** Keeps a task, if there is room. */
  void put(Object task, Carried carried) {
    if (size.incrementAndGet() > MAX) {
      size.decrementAndGet();
      notCarried.increment();
      return;
    }
    int place = place(task);
    Node newest;
    do {
      newest = places.get(place);
    } while (!places.compareAndSet(place, newest, new Node(carried, newest)));
  }

  /** Whether a task is kept. */
  boolean has(Object task) {
    return !isEmpty() && oldest(places.get(place(task)), task) != null;
  }

  /** Takes a task out; null if it is not kept. */
  @Nullable Carried take(Object task) {
    int place = place(task);
    while (true) {
      Node newest = places.get(place);
      Node found = oldest(newest, task);
      if (found == null) {
        return null;
      }
      if (places.compareAndSet(place, newest, without(newest, found))) {
        size.decrementAndGet();
        return found.carried;
      }
    }
  }

  /** Lets go of those that nobody will ask for; for one thread of ours. */
  void sweep() {
    for (int place = 0; place < PLACES && !isEmpty(); place++) {
      Node newest = places.get(place);
      for (Node node = newest; node != null; node = node.older) {
        Node rest = node.carried.isOver() ? without(newest, node) : newest;
        if (rest != newest && places.compareAndSet(place, newest, rest)) {
          size.decrementAndGet();
          newest = rest;
        }
      }
    }
  }

  private static @Nullable Node oldest(@Nullable Node newest, Object task) {
    Node found = null;
    for (Node node = newest; node != null; node = node.older) {
      if (node.carried.get() == task) {
        found = node;
      }
    }
    return found;
  }

  /** What is left without one that is in it. */
  private static @Nullable Node without(@Nullable Node newest, Node one) {
    if (newest == null || newest == one) {
      return one.older;
    }
    return new Node(newest.carried, without(newest.older, one));
  }

  private static int place(Object task) {
    int hash = System.identityHashCode(task) * 0x9e3779b1;
    return (hash ^ (hash >>> 16)) & (PLACES - 1);
  }
}
