package io.gnomon.tasks;

import io.gnomon.core.request.RequestRecord;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Tasks that were handed over and have not started, by identity, held weakly. Bounded: past {@link
 * #MAX}, or {@link #MAX_IN_PLACE} that share a place, a task is not kept, and counted. One object
 * may be under way several times, as a lambda that captures nothing is: then the oldest whose
 * request lasts is taken first.
 *
 * <p>Any thread. Lock-free; {@link #isEmpty} is one volatile read. {@link #put} allocates what it
 * keeps; {@link #take} allocates only if other tasks lie in the same place.
 */
final class UnderWay {

  /** How many tasks may be under way at a time. */
  static final int MAX = 10_000;

  /** How often one object may be under way: each look goes through the whole place. */
  static final int MAX_IN_PLACE = 64;

  /** A power of two. */
  private static final int PLACES = 4_096;

  private static final class Node {
    final Carried carried;
    final @Nullable Node older;
    final int depth;

    Node(Carried carried, @Nullable Node older) {
      this.carried = carried;
      this.older = older;
      this.depth = depth(older) + 1;
    }
  }

  private static final Node[] NONE = {};

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
    if (size.incrementAndGet() > MAX || !add(place(task), carried)) {
      size.decrementAndGet();
      notCarried.increment();
    }
  }

  private boolean add(int place, Carried carried) {
    while (true) {
      Node newest = places.get(place);
      if (depth(newest) >= MAX_IN_PLACE) {
        return false;
      }
      if (places.compareAndSet(place, newest, new Node(carried, newest))) {
        return true;
      }
    }
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
      if (replace(place, newest, without(newest, found))) {
        return found.carried;
      }
    }
  }

  /** Takes out the newest of a task that a request put in, who will not run it; if there is one. */
  void takeBack(Object task, RequestRecord record, int generation) {
    int place = place(task);
    Node newest;
    Node found;
    do {
      newest = places.get(place);
      found = newest;
      while (found != null && !found.carried.isOf(task, record, generation)) {
        found = found.older;
      }
    } while (found != null && !replace(place, newest, without(newest, found)));
  }

  /** Lets go of those that nobody will ask for; for one thread of ours. */
  void sweep() {
    for (int place = 0; place < PLACES && !isEmpty(); place++) {
      Node newest = places.get(place);
      // Who put or took meanwhile is not disputed: the next round comes here again.
      replace(place, newest, without(newest, null));
    }
  }

  private boolean replace(int place, @Nullable Node newest, @Nullable Node rest) {
    if (rest == newest) {
      return true;
    }
    boolean done = places.compareAndSet(place, newest, rest);
    if (done) {
      size.addAndGet(depth(rest) - depth(newest));
    }
    return done;
  }

  private static @Nullable Node oldest(@Nullable Node newest, Object task) {
    Node found = null;
    for (Node node = newest; node != null; node = node.older) {
      if (node.carried.get() == task && !node.carried.isOver()) {
        found = node;
      }
    }
    return found;
  }

  /** What is left without one that is in it, and without those that nobody will ask for. */
  private static @Nullable Node without(@Nullable Node newest, @Nullable Node one) {
    Node[] newer = NONE;
    int seen = 0;
    int copies = 0;
    Node rest = newest;
    for (Node node = newest; node != null; node = node.older) {
      if (node == one || node.carried.isOver()) {
        rest = node.older;
        copies = seen;
      } else {
        if (newer == NONE) {
          newer = new Node[node.depth];
        }
        newer[seen++] = node;
      }
    }
    while (copies > 0) {
      rest = new Node(newer[--copies].carried, rest);
    }
    return rest;
  }

  private static int depth(@Nullable Node newest) {
    return newest == null ? 0 : newest.depth;
  }

  private static int place(Object task) {
    int hash = System.identityHashCode(task) * 0x9e3779b1;
    return (hash ^ (hash >>> 16)) & (PLACES - 1);
  }
}
