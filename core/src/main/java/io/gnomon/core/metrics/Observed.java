package io.gnomon.core.metrics;

import io.gnomon.core.attributes.AttributeSet;
import io.gnomon.core.clock.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The series of one instrument whose numbers are read when metrics are collected. An observer that
 * throws has no points then. For the thread that collects.
 *
 * <p>A series starts at the collection before the one that first saw it: what it counted, it
 * counted since then.
 */
final class Observed implements MetricSource {

  private final Instrument instrument;
  private final NumberObserver observer;
  private final Clock clock;
  private final CounterFamily overflows;
  private final Counter failures;

  /** When each series of the last collection started, in nanoseconds since the epoch. */
  private Map<AttributeSet, Long> starts = Collections.emptyMap();

  private long readEpochNanos;

  Observed(
      Instrument instrument,
      NumberObserver observer,
      Clock clock,
      long sinceEpochNanos,
      CounterFamily overflows,
      Counter failures) {
    this.instrument = instrument;
    this.observer = observer;
    this.clock = clock;
    this.overflows = overflows;
    this.failures = failures;
    this.readEpochNanos = sinceEpochNanos;
  }

  @Override
  public @Nullable MetricSnapshot collect(boolean withExemplars) {
    Observation observation = new Observation(instrument, starts.keySet(), overflows);
    long now = clock.epochNanos();
    try {
      observer.observe(observation);
    } catch (Throwable failure) {
      failures.add(1);
      return null;
    }
    List<NumberPoint> points = points(observation.numbers());
    readEpochNanos = now;
    return points.isEmpty()
        ? null
        : new MetricSnapshot(
            instrument,
            Collections.<HistogramPoint>emptyList(),
            Collections.unmodifiableList(points));
  }

  private List<NumberPoint> points(Map<AttributeSet, Long> numbers) {
    Map<AttributeSet, Long> startsNow = new HashMap<>();
    List<NumberPoint> points = new ArrayList<>(numbers.size());
    for (Map.Entry<AttributeSet, Long> number : numbers.entrySet()) {
      AttributeSet attributes = number.getKey();
      Long known = starts.get(attributes);
      long start = known == null ? readEpochNanos : known;
      startsNow.put(attributes, start);
      points.add(new NumberPoint(attributes, start, number.getValue(), instrument));
    }
    starts = startsNow;
    return points;
  }
}
