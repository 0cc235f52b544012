package io.gnomon.core.metrics;

import io.gnomon.core.clock.Clock;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * All instruments of the agent. Making an instrument is for start-up; {@link #collect()} for the
 * export thread; recording for any thread.
 */
public final class Metrics {

  /** How many series an instrument has before the rest go to its overflow series. */
  public static final int MAX_SERIES = 2_000;

  /**
   * Makes an empty registry.
   *
   * @param clock the clock for start times and idleness
   */
  public Metrics(Clock clock) {
    throw new UnsupportedOperationException("contract only: " + clock);
  }

  /**
   * A histogram of durations.
   *
   * @param instrument of kind DURATION_HISTOGRAM
   * @return the family of its series
   */
  public TimingFamily timing(Instrument instrument) {
    throw new UnsupportedOperationException("contract only");
  }

  /**
   * A sum, monotonic or not as the instrument says.
   *
   * @param instrument of kind COUNTER or UP_DOWN_COUNTER
   * @return the family of its series
   */
  public CounterFamily counter(Instrument instrument) {
    throw new UnsupportedOperationException("contract only");
  }

  /**
   * A number without attributes that is read when metrics are collected.
   *
   * @param instrument of any kind but DURATION_HISTOGRAM
   * @param value read on the export thread
   */
  public void observe(Instrument instrument, LongSupplier value) {
    throw new UnsupportedOperationException("contract only");
  }

  /**
   * Every instrument that has points, cumulative, counting all that was recorded before the call.
   *
   * @return one snapshot per instrument
   */
  public List<MetricSnapshot> collect() {
    throw new UnsupportedOperationException("contract only");
  }

  /**
   * Moves what was recorded into the histograms; called every now and then by a thread of ours, so
   * that {@link #collect()} finds little left to do.
   */
  public void drain() {
    throw new UnsupportedOperationException("contract only");
  }
}
