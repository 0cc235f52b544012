package io.gnomon.jdbc.slots;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Values of objects that have no slot, by identity, holding the objects weakly. Bounded: an object
 * may live in one of {@link #PROBES} places; if all hold living ones, one of them is forgotten.
 *
 * <p>Any thread. {@link #get} is wait-free and does not allocate. {@link #put} is lock-free and
 * allocates for an object that is new here; two threads that put for one object at a time may leave
 * either value. Values of collected objects are let go by the puts that follow.
 */
final class WeakSlots {

  /** How many objects can have a value, a power of two. */
  static final int CAPACITY = 8_192;

  /** How many places an object may live in. */
  static final int PROBES = 8;

  private static final class Node extends WeakReference<Object> {
    final int index;
    volatile @Nullable Object value;

    Node(Object key, ReferenceQueue<Object> queue, int index, @Nullable Object value) {
      super(key, queue);
      this.index = index;
      this.value = value;
    }
  }

  private final AtomicReferenceArray<@Nullable Node> nodes = new AtomicReferenceArray<>(CAPACITY);
  private final ReferenceQueue<Object> collected = new ReferenceQueue<>();

  @Nullable Object get(Object key) {
    Node node = find(key, start(key));
    return node == null ? null : node.value;
  }

  void put(Object key, @Nullable Object value) {
    int start = start(key);
    Node known = find(key, start);
    if (known != null) {
      known.value = value;
    } else if (value != null) {
      forgetCollected();
      int index = free(start);
      nodes.set(index, new Node(key, collected, index, value));
    }
  }

  private @Nullable Node find(Object key, int start) {
    for (int i = 0; i < PROBES; i++) {
      Node node = nodes.get((start + i) & (CAPACITY - 1));
      if (node != null && node.get() == key) {
        return node;
      }
    }
    return null;
  }

  private int free(int start) {
    for (int i = 0; i < PROBES; i++) {
      int index = (start + i) & (CAPACITY - 1);
      Node node = nodes.get(index);
      if (node == null || node.get() == null) {
        return index;
      }
    }
    int any = (int) System.nanoTime() & (PROBES - 1);
    return (start + any) & (CAPACITY - 1);
  }

  private void forgetCollected() {
    for (Reference<?> dead = collected.poll(); dead != null; dead = collected.poll()) {
      Node node = (Node) dead;
      node.value = null;
      nodes.compareAndSet(node.index, node, null);
    }
  }

  private static int start(Object key) {
    int hash = System.identityHashCode(key) * 0x9e3779b1;
    return (hash ^ (hash >>> 16)) & (CAPACITY - 1);
  }
}
