package io.gnomon.core.metrics;

import io.gnomon.core.attributes.AttributeSet;
import java.util.Collections;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** A number that is read when metrics are collected; one that throws has no point. */
final class Observed implements MetricSource {

  private final Instrument instrument;
  private final LongSupplier value;
  private final long startEpochNanos;
  private final Counter failures;

  Observed(Instrument instrument, LongSupplier value, long startEpochNanos, Counter failures) {
    this.instrument = instrument;
    this.value = value;
    this.startEpochNanos = startEpochNanos;
    this.failures = failures;
  }

  @Override
  public @Nullable MetricSnapshot collect() {
    long number;
    try {
      number = value.getAsLong();
    } catch (RuntimeException failure) {
      failures.add(1);
      return null;
    }
    NumberPoint point = new NumberPoint(AttributeSet.EMPTY, startEpochNanos, number, true);
    return new MetricSnapshot(
        instrument, Collections.<HistogramPoint>emptyList(), Collections.singletonList(point));
  }
}
