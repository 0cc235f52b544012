package io.gnomon.core.metrics;

import io.gnomon.core.attributes.AttributeSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Snapshots made by hand; here because their constructors are for the registry alone. */
public final class Snapshots {

  public static final Instrument DURATION =
      Instrument.duration("http.server.request.duration", "d", List.of(0.005, 0.1, 1.0));
  public static final Instrument COUNTER =
      Instrument.number(Instrument.Kind.COUNTER, "gnomon.db.slow_queries", "{query}", "d");
  public static final AttributeSet ROUTE =
      AttributeSet.builder().put("http.route", "/shop").build();

  public static final Instrument ROWS =
      Instrument.count(
          "db.client.response.returned_rows", "{row}", "d", List.of(1.0, 10.0, 1000.0));

  private Snapshots() {}

  /** Durations in buckets that are exact to 0.4%, as the registry's. */
  public static MetricSnapshot durations(long startEpochNanos, long... nanos) {
    return histogram(DURATION, startEpochNanos, nanos);
  }

  /** Counts in such buckets. */
  public static MetricSnapshot rows(long startEpochNanos, long... counts) {
    return histogram(ROWS, startEpochNanos, counts);
  }

  /** The same with exemplars. */
  public static MetricSnapshot with(MetricSnapshot snapshot, Exemplar... exemplars) {
    HistogramPoint point = snapshot.histograms().get(0);
    int buckets = point.buckets();
    return new MetricSnapshot(
        snapshot.instrument(),
        List.of(
            new HistogramPoint(
                point.attributes(),
                point.startEpochNanos(),
                point.count(),
                point.sum(),
                point.min(),
                point.max(),
                IntStream.range(0, buckets).mapToLong(point::bucketValue).toArray(),
                IntStream.range(0, buckets).mapToLong(point::bucketCount).toArray(),
                List.of(exemplars),
                new PointMemo())),
        List.of());
  }

  private static MetricSnapshot histogram(
      Instrument instrument, long startEpochNanos, long... values) {
    Map<Long, Long> buckets = new TreeMap<>();
    long sum = 0;
    long min = Long.MAX_VALUE;
    long max = 0;
    for (long value : values) {
      int shift = Math.max(0, 63 - Long.numberOfLeadingZeros(Math.max(1, value)) - 7);
      long middle = shift == 0 ? value : ((value >> shift) << shift) + (1L << (shift - 1));
      buckets.merge(middle, 1L, Long::sum);
      sum += value;
      min = Math.min(min, value);
      max = Math.max(max, value);
    }
    long[] middles = buckets.keySet().stream().mapToLong(Long::longValue).toArray();
    long[] counts = buckets.values().stream().mapToLong(Long::longValue).toArray();
    return new MetricSnapshot(
        instrument,
        List.of(
            new HistogramPoint(
                ROUTE, startEpochNanos, values.length, sum, min, max, middles, counts)),
        List.of());
  }

  /** A number; one with a fraction is counted in tenths. */
  public static MetricSnapshot number(Instrument instrument, long startEpochNanos, double value) {
    boolean whole = value == Math.rint(value);
    Instrument counted =
        whole
            ? instrument
            : Instrument.decimal(
                instrument.kind(), instrument.name(), instrument.unit(), 10, "Tenths.");
    return new MetricSnapshot(
        counted,
        List.of(),
        List.of(
            new NumberPoint(
                ROUTE, startEpochNanos, Math.round(value * counted.perUnit()), counted)));
  }

  public static MetricSnapshot counter(long startEpochNanos, long value) {
    return number(COUNTER, startEpochNanos, value);
  }
}
