package io.gnomon.jdbc.pools;

import io.gnomon.jdbc.slots.Slots;
import org.jspecify.annotations.Nullable;

/**
 * The object of a pool's that made a connection: which pool it belongs to may be known later. Any
 * thread, no lock.
 */
public final class Maker {

  private final Slots slots;
  private final Object maker;

  Maker(Slots slots, Object maker) {
    this.slots = slots;
    this.maker = maker;
  }

  /**
   * The pool.
   *
   * @return null until it is known
   */
  public @Nullable Pool pool() {
    Object left = slots.get(maker);
    return left instanceof Pool ? (Pool) left : null;
  }
}
