package io.gnomon.core.metrics;

/** One series of a sum. */
public final class Counter {

  Counter() {}

  /**
   * Adds: lock-free and without allocation in steady state.
   *
   * @param amount what to add; negative only for an UP_DOWN_COUNTER
   */
  public void add(long amount) {
    throw new UnsupportedOperationException("contract only");
  }
}
