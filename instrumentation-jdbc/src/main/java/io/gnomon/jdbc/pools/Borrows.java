package io.gnomon.jdbc.pools;

import io.gnomon.core.reuse.ReusePool;

/**
 * Borrows that wait for a connection; who looks for leaks goes through all of them, but for those
 * past {@link #CAPACITY} at a time. Any thread, lock-free.
 */
final class Borrows extends ReusePool<Borrow> {

  /** How many are kept. */
  static final int CAPACITY = 2_048;

  Borrows() {
    super(CAPACITY);
  }

  @Override
  protected Borrow make(int index) {
    return new Borrow(index);
  }

  @Override
  protected int index(Borrow borrow) {
    return borrow.poolIndex();
  }
}
