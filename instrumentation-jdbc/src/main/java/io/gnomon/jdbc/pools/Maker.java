package io.gnomon.jdbc.pools;

import io.gnomon.jdbc.slots.Slots;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * The object of a pool's that made a connection, held weakly: which pool it belongs to may be known
 * later. Any thread, no lock.
 */
public final class Maker {

  private final Slots slots;
  private final WeakReference<Object> maker;

  Maker(Slots slots, Object maker) {
    this.slots = slots;
    this.maker = new WeakReference<>(maker);
  }

  /**
   * The pool.
   *
   * @return null until it is known
   */
  public @Nullable Pool pool() {
    Object known = maker.get();
    Object left = known == null ? null : slots.get(known);
    return left instanceof Pool ? (Pool) left : null;
  }
}
