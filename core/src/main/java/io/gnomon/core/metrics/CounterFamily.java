package io.gnomon.core.metrics;

import io.gnomon.core.attributes.AttributeSet;

/** The series of one sum, bounded. Safe for any thread. */
public final class CounterFamily {

  CounterFamily() {}

  /**
   * The series with these attributes, made if need be. Off the hot path: keep what it returns.
   *
   * @param attributes what names the series
   * @return the series, or the overflow series when full
   */
  public Counter series(AttributeSet attributes) {
    throw new UnsupportedOperationException("contract only");
  }
}
