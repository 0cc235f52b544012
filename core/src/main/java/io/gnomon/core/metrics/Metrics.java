package io.gnomon.core.metrics;

import io.gnomon.core.attributes.AttributeSet;
import io.gnomon.core.clock.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;

/**
 * All instruments of the agent. Making an instrument is for start-up; {@link #collect()} for the
 * export thread; recording for any thread.
 */
public final class Metrics {

  /** How many series an instrument has before the rest go to its overflow series. */
  public static final int MAX_SERIES = 2_000;

  /** After how long without a value a series of a histogram is let go. */
  public static final long IDLE_NANOS = 3_600_000_000_000L;

  private final Clock clock;
  private final long idleNanos;
  private final Recorder recorder;
  private final CounterFamily overflows;
  private final CounterFamily observerFailures;
  private final List<MetricSource> sources = new CopyOnWriteArrayList<>();

  /** Guarded by this. */
  private final Map<String, MetricSource> byName = new HashMap<>();

  /**
   * Makes an empty registry.
   *
   * @param clock the clock for start times and idleness
   */
  public Metrics(Clock clock) {
    this(
        clock,
        IDLE_NANOS,
        Math.min(Recorder.MAX_STRIPES, Runtime.getRuntime().availableProcessors()),
        Recorder.RING_CAPACITY);
  }

  Metrics(Clock clock, long idleNanos, int stripes, int ringCapacity) {
    this.clock = clock;
    this.idleNanos = idleNanos;
    this.recorder = new Recorder(clock, stripes, ringCapacity);
    this.overflows =
        CounterFamily.detached(
            Instrument.number(
                Instrument.Kind.COUNTER,
                "gnomon.agent.series.overflows",
                "{measurement}",
                "Measurements that found their instrument full, by instrument."),
            clock);
    this.observerFailures =
        CounterFamily.detached(
            Instrument.number(
                Instrument.Kind.COUNTER,
                "gnomon.agent.observer.failures",
                "{failure}",
                "Values that could not be read, by instrument."),
            clock);
  }

  static AttributeSet ofInstrument(Instrument instrument) {
    return AttributeSet.builder().put("gnomon.agent.instrument", instrument.name()).build();
  }

  /**
   * A histogram, of durations or of counts.
   *
   * @param instrument of kind DURATION_HISTOGRAM or COUNT_HISTOGRAM
   * @return the family of its series; the same one for a name that is there already
   */
  public synchronized TimingFamily timing(Instrument instrument) {
    MetricSource known = byName.get(instrument.name());
    if (known instanceof TimingFamily) {
      return (TimingFamily) known;
    }
    Counter refused = overflows.series(ofInstrument(instrument));
    return register(instrument, new TimingFamily(instrument, recorder, clock, refused, idleNanos));
  }

  /**
   * A sum, monotonic or not as the instrument says.
   *
   * @param instrument of kind COUNTER or UP_DOWN_COUNTER
   * @return the family of its series; the same one for a name that is there already
   */
  public synchronized CounterFamily counter(Instrument instrument) {
    MetricSource known = byName.get(instrument.name());
    if (known instanceof CounterFamily) {
      return (CounterFamily) known;
    }
    return register(instrument, new CounterFamily(instrument, clock, overflows));
  }

  /**
   * A number without attributes that is read when metrics are collected. If reading throws, the
   * number is left out and the failure counted.
   *
   * @param instrument of any kind but a histogram
   * @param value read on the export thread
   */
  public void observe(Instrument instrument, LongSupplier value) {
    observe(instrument, new SingleNumber(value));
  }

  /**
   * Numbers with attributes that are read when metrics are collected, {@link #MAX_SERIES} at most;
   * what is over is counted. If reading throws, all of them are left out this time and the failure
   * counted.
   *
   * @param instrument of any kind but a histogram
   * @param observer reads them, on the export thread
   */
  public void observe(Instrument instrument, NumberObserver observer) {
    observe(instrument, observer, clock.epochNanos());
  }

  /**
   * As {@link #observe(Instrument, NumberObserver)}, of what counted before.
   *
   * @param instrument of any kind but a histogram
   * @param observer reads them, on the export thread
   * @param sinceEpochNanos since when the series of the first collection count, in nanoseconds
   *     since the epoch
   */
  public synchronized void observe(
      Instrument instrument, NumberObserver observer, long sinceEpochNanos) {
    if (instrument.kind().isHistogram()) {
      throw new IllegalArgumentException("a histogram is not observed: " + instrument.name());
    }
    Counter failures = observerFailures.series(ofInstrument(instrument));
    register(
        instrument,
        new Observed(instrument, observer, clock, sinceEpochNanos, overflows, failures));
  }

  private <S extends MetricSource> S register(Instrument instrument, S source) {
    if (byName.containsKey(instrument.name())) {
      throw new IllegalArgumentException(
          "there is an instrument " + instrument.name() + " already");
    }
    byName.put(instrument.name(), source);
    sources.add(source);
    return source;
  }

  /**
   * Every instrument that has points, cumulative, counting all that was recorded before the call.
   * Exemplars are handed out: no later collection has them again.
   *
   * @return one snapshot per instrument
   */
  public List<MetricSnapshot> collect() {
    return collect(true);
  }

  /**
   * As {@link #collect()}, for who only looks: exemplars stay for the next collection.
   *
   * @return one snapshot per instrument
   */
  public List<MetricSnapshot> look() {
    return collect(false);
  }

  private List<MetricSnapshot> collect(boolean withExemplars) {
    drain();
    List<MetricSnapshot> snapshots = new ArrayList<>(sources.size());
    for (MetricSource source : sources) {
      read(source, withExemplars, snapshots);
    }
    read(overflows, withExemplars, snapshots);
    read(observerFailures, withExemplars, snapshots);
    return snapshots;
  }

  private static void read(
      MetricSource source, boolean withExemplars, List<MetricSnapshot> snapshots) {
    MetricSnapshot snapshot = source.collect(withExemplars);
    if (snapshot != null) {
      snapshots.add(snapshot);
    }
  }

  /**
   * Moves what was recorded into the histograms; called every now and then by a thread of ours, so
   * that {@link #collect()} finds little left to do.
   */
  public void drain() {
    recorder.drain();
  }
}
