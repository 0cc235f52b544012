package io.gnomon.exporter.data;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.common.internal.PrimitiveLongList;
import io.opentelemetry.sdk.metrics.data.DoubleExemplarData;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import java.util.List;

/**
 * Values as a point of an OTLP histogram with given bounds, in the unit on the wire; the SDK's own
 * has no exemplars. Immutable.
 */
final class ExplicitPoint implements HistogramPointData {

  private final Values values;
  private final List<Double> boundaries;
  private final List<Long> counts;
  private final List<DoubleExemplarData> exemplars;
  private final long epochNanos;
  private final Attributes attributes;

  ExplicitPoint(Values values, List<Double> boundaries, long epochNanos, Attributes attributes) {
    this.values = values;
    this.boundaries = boundaries;
    this.counts = counts(values, boundaries);
    this.exemplars = Exemplars.of(values);
    this.epochNanos = epochNanos;
    this.attributes = attributes;
  }

  /** Both our buckets and the bounds ascend; a bound belongs to the bucket below it. */
  private static List<Long> counts(Values values, List<Double> boundaries) {
    long[] counts = new long[boundaries.size() + 1];
    int target = 0;
    for (int i = 0; i < values.buckets(); i++) {
      double value = values.inUnit(values.middle(i));
      while (target < boundaries.size() && value > boundaries.get(target)) {
        target++;
      }
      counts[target] += values.count(i);
    }
    return PrimitiveLongList.wrap(counts);
  }

  @Override
  public long getStartEpochNanos() {
    return values.startEpochNanos;
  }

  @Override
  public long getEpochNanos() {
    return epochNanos;
  }

  @Override
  public Attributes getAttributes() {
    return attributes;
  }

  @Override
  public double getSum() {
    return values.inUnit(values.sum());
  }

  @Override
  public long getCount() {
    return values.count();
  }

  @Override
  public boolean hasMin() {
    return values.min != Values.UNKNOWN;
  }

  @Override
  public double getMin() {
    return values.inUnit(values.min);
  }

  @Override
  public boolean hasMax() {
    return values.max != Values.UNKNOWN;
  }

  @Override
  public double getMax() {
    return values.inUnit(values.max);
  }

  @Override
  public List<Double> getBoundaries() {
    return boundaries;
  }

  @Override
  public List<Long> getCounts() {
    return counts;
  }

  @Override
  public List<DoubleExemplarData> getExemplars() {
    return exemplars;
  }
}
