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

  /**
   * The same for a thread that records much.
   *
   * @param value a duration in nanoseconds, or a count, as the instrument says; below 0 counts as 0
   * @param thread the calling thread's
   */
  public void record(long value, ThreadRing thread) {
    recorder.record(this, Math.max(0, value), thread);
  }

  /**
   * Says that a value just recorded is of a kept trace; takes the recorder's lock and allocates
   * little. The series that this one counts in besides get it too. It is told with the next points,
   * once.
   *
   * @param value as recorded
   * @param epochNanos when, nanoseconds since the epoch
   * @param traceHigh upper half of the trace's id
   * @param traceLow lower half of the trace's id
   * @param spanId the span that it is the value of; not 0
   */
  public void exemplar(long value, long epochNanos, long traceHigh, long traceLow, long spanId) {
    Exemplar exemplar = new Exemplar(Math.max(0, value), epochNanos, traceHigh, traceLow, spanId);
    recorder.lock();
    try {
      take(exemplar);
    } finally {
      recorder.unlock();
    }
  }

  private void take(Exemplar exemplar) {
    series.counting().add(exemplar);
    if (parent != null) {
      parent.take(exemplar);
    }
  }

  /** Counts a value; for who holds the recorder's lock. */
  void take(long value, long nowNanos) {
    ValueSeries listed = series.listed();
    if (listed != series) {
      listed.addExemplarsOf(series);
      series = listed;
    }
    series.orOverflow().add(value, nowNanos);
    if (parent != null) {
      parent.take(value, nowNanos);
    }
  }
}
