package io.gnomon.core.metrics;

import io.gnomon.core.attributes.AttributeSet;
import io.gnomon.core.clock.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The series of one histogram, of durations or of counts, bounded. Safe for any thread.
 *
 * <p>A series is listed by its first value, by who holds the recorder's lock; when the family is
 * full that value counts in the overflow series, and the next one asks again. So a handle that was
 * refused gets its series once an idle one was let go.
 */
public final class TimingFamily implements MetricSource {

  private final Instrument instrument;
  private final ValueRange range;
  private final Recorder recorder;
  private final Clock clock;
  private final Counter overflows;
  private final long idleNanos;
  private final ValueSeries overflow;

  /** Guarded by the recorder's lock. */
  private final Buckets scratch = new Buckets();

  /** Written by who holds the recorder's lock, read by any thread. */
  private final ConcurrentHashMap<AttributeSet, ValueSeries> listed = new ConcurrentHashMap<>();

  TimingFamily(
      Instrument instrument, Recorder recorder, Clock clock, Counter overflows, long idleNanos) {
    this.instrument = instrument;
    this.recorder = recorder;
    this.clock = clock;
    this.overflows = overflows;
    this.idleNanos = idleNanos;
    this.range = instrument.range();
    this.overflow = new ValueSeries(this, range, Overflow.ATTRIBUTES);
  }

  /**
   * The series with these attributes, made if need be. Off the hot path: keep what it returns.
   *
   * @param attributes what names the series
   * @return its handle; counts in the overflow series ({@code otel.metric.overflow=true}) while the
   *     family is full
   */
  public Timing series(AttributeSet attributes) {
    return series(attributes, null);
  }

  /**
   * The series with these attributes; what is recorded through this handle counts in its parent
   * too. Off the hot path: keep what it returns.
   *
   * @param attributes what names the series
   * @param parent a handle of another family, or null; kept also while this family is full
   * @return a handle to the pair
   */
  public Timing series(AttributeSet attributes, @Nullable Timing parent) {
    ValueSeries series = listed.get(attributes);
    return new Timing(
        recorder, series == null ? new ValueSeries(this, range, attributes) : series, parent);
  }

  /**
   * The overflow series, for a caller that is itself at a bound of its own.
   *
   * @param parent a handle of another family, or null
   * @return a handle to the pair
   */
  public Timing overflow(@Nullable Timing parent) {
    return new Timing(recorder, overflow, parent);
  }

  /**
   * The series that is listed under these attributes, listing this one if there is none and room;
   * else this one. For who holds the recorder's lock.
   */
  ValueSeries list(ValueSeries series) {
    ValueSeries known = listed.get(series.attributes());
    if (known != null) {
      return known;
    }
    if (series != overflow && listed.size() < Metrics.MAX_SERIES) {
      series.start(clock.epochNanos());
      listed.put(series.attributes(), series);
    }
    return series;
  }

  /**
   * The series that a value just recorded for this one counts in, or will: it may still be on its
   * way. For who holds the recorder's lock.
   */
  ValueSeries counting(ValueSeries series) {
    ValueSeries known = listed.get(series.attributes());
    if (known != null) {
      return known;
    }
    return listed.size() < Metrics.MAX_SERIES ? series : overflow;
  }

  boolean isOverflow(ValueSeries series) {
    return series == overflow;
  }

  /** The overflow series, which is about to take one more value. */
  ValueSeries overflowed() {
    overflows.add(1);
    if (!overflow.isListed()) {
      overflow.start(clock.epochNanos());
    }
    return overflow;
  }

  @Override
  public @Nullable MetricSnapshot collect(boolean withExemplars) {
    long now = clock.nanoTime();
    List<HistogramPoint> points = new ArrayList<>(listed.size() + 1);
    for (ValueSeries series : listed.values()) {
      read(series, now, withExemplars, points);
    }
    read(overflow, now, withExemplars, points);
    return points.isEmpty()
        ? null
        : new MetricSnapshot(
            instrument, Collections.unmodifiableList(points), Collections.<NumberPoint>emptyList());
  }

  private void read(
      ValueSeries series, long nowNanos, boolean withExemplars, List<HistogramPoint> points) {
    HistogramPoint point;
    recorder.lock();
    try {
      letGoIfIdle(series, nowNanos);
      point = series.read(withExemplars, scratch);
    } finally {
      recorder.unlock();
    }
    if (point != null) {
      points.add(point);
    }
  }

  private void letGoIfIdle(ValueSeries series, long nowNanos) {
    if (series.isListed() && series.isIdle(nowNanos, idleNanos)) {
      listed.remove(series.attributes(), series);
      series.letGo();
    }
  }

  /** What its histograms weigh, as HdrHistogram estimates it. */
  long footprintBytes() {
    long bytes = overflow.footprintBytes();
    for (ValueSeries series : listed.values()) {
      bytes += series.footprintBytes();
    }
    return bytes;
  }
}
