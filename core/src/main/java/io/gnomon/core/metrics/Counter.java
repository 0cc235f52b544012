package io.gnomon.core.metrics;

import io.gnomon.core.attributes.AttributeSet;
import java.util.concurrent.atomic.LongAdder;

/** One series of a sum. Any thread may add. */
public final class Counter {

  private final AttributeSet attributes;
  private final long startEpochNanos;
  private final LongAdder sum = new LongAdder();

  Counter(AttributeSet attributes, long startEpochNanos) {
    this.attributes = attributes;
    this.startEpochNanos = startEpochNanos;
  }

  /**
   * Adds: lock-free and without allocation in steady state.
   *
   * @param amount what to add; negative only for an UP_DOWN_COUNTER
   */
  public void add(long amount) {
    sum.add(amount);
  }

  /**
   * The sum so far.
   *
   * @return exact once those who add are done
   */
  public long sum() {
    return sum.sum();
  }

  NumberPoint read(Instrument instrument) {
    return new NumberPoint(attributes, startEpochNanos, sum.sum(), instrument);
  }
}
