package io.gnomon.core.metrics;

import io.gnomon.core.attributes.AttributeSet;
import io.gnomon.core.clock.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The series of one sum, bounded. Safe for any thread: finding a series is lock-free, making one
 * takes a lock. A series stays for the life of the process, for a sum that falls must end where it
 * began.
 */
public final class CounterFamily implements MetricSource {

  private final Instrument instrument;
  private final Clock clock;
  private final @Nullable CounterFamily overflows;
  private final ConcurrentHashMap<AttributeSet, Counter> series = new ConcurrentHashMap<>();

  CounterFamily(Instrument instrument, Clock clock, @Nullable CounterFamily overflows) {
    this.instrument = instrument;
    this.clock = clock;
    this.overflows = overflows;
  }

  /**
   * A family that no registry exports, for a part that runs without one.
   *
   * @param instrument of kind COUNTER or UP_DOWN_COUNTER
   * @param clock tells when a series starts
   * @return the family
   */
  public static CounterFamily detached(Instrument instrument, Clock clock) {
    return new CounterFamily(instrument, clock, null);
  }

  /**
   * The series with these attributes, made if need be. Off the hot path: keep what it returns.
   *
   * @param attributes what names the series
   * @return the series, or the overflow series when full
   */
  public Counter series(AttributeSet attributes) {
    Counter known = series.get(attributes);
    return known != null ? known : make(attributes);
  }

  private synchronized Counter make(AttributeSet attributes) {
    if (series.size() < Metrics.MAX_SERIES || series.containsKey(attributes)) {
      return made(attributes);
    }
    if (overflows != null) {
      overflows.series(Metrics.ofInstrument(instrument)).add(1);
    }
    return made(Overflow.ATTRIBUTES);
  }

  private Counter made(AttributeSet attributes) {
    Counter known = series.get(attributes);
    if (known == null) {
      known = new Counter(attributes, clock.epochNanos());
      series.put(attributes, known);
    }
    return known;
  }

  @Override
  public @Nullable MetricSnapshot collect(boolean withExemplars) {
    List<NumberPoint> points = new ArrayList<>(series.size());
    for (Counter counter : series.values()) {
      points.add(counter.read(instrument));
    }
    return points.isEmpty()
        ? null
        : new MetricSnapshot(
            instrument,
            Collections.<HistogramPoint>emptyList(),
            Collections.unmodifiableList(points));
  }
}
