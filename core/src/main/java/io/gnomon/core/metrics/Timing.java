package io.gnomon.core.metrics;

import org.jspecify.annotations.Nullable;

/**
 * A handle to one series of a histogram, of durations or of counts, and to the series that it
 * counts in besides. Several handles to one series have the same effect. Any thread may record.
 */
public final class Timing {

  private final Recorder recorder;
  private final @Nullable Timing parent;

  /** Guarded by the recorder's lock; replaced when another series of this name was there first. */
  private ValueSeries series;

  Timing(Recorder recorder, ValueSeries series, @Nullable Timing parent) {
    this.recorder = recorder;
    this.series = series;
    this.parent = parent;
  }

  /**
   * Records a value: lock-free and without allocation in steady state. A series that was let go for
   * being idle comes back, so a handle may be kept for ever.
   *
   * @param value a duration in nanoseconds, or a count, as the instrument says; below 0 counts as 0
   */
  public void record(long value) {
    recorder.record(this, Math.max(0, value));
  }

  /** Counts a value; for who holds the recorder's lock. */
  void take(long value, long nowNanos) {
    series = series.listed();
    series.orOverflow().add(value, nowNanos);
    if (parent != null) {
      parent.take(value, nowNanos);
    }
  }
}
