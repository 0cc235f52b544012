package io.gnomon.benchmarks.jmh;

import io.gnomon.benchmarks.woven.Installed;
import io.gnomon.core.attributes.AttributeSet;
import io.gnomon.core.metrics.Instrument;
import io.gnomon.core.metrics.Timing;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.AtomicHistogram;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Recorder;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * Ways to record a duration into a histogram that all threads share. Ours is measured whole: a
 * benchmark fills its ring at once, so that the recording thread itself also moves the ring's
 * content into the histogram, which a thread of ours does in a service.
 *
 * <p>HdrHistogram 2.2.2 has a PackedConcurrentHistogram too. It is not here because two threads
 * that record into a new one can wait for each other for ever: one in {@code consolidateEntry}, the
 * other in {@code WriterReaderPhaser.flipPhase}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class HistogramBenchmark {

  private static final int DIGITS = 2;
  private static final long MAX_NANOS = TimeUnit.HOURS.toNanos(1);

  private final Timing timing =
      Installed.core()
          .metrics()
          .timing(Instrument.duration("benchmark", "What is recorded here.", List.of(1.0)))
          .series(AttributeSet.EMPTY);
  private final AtomicHistogram atomic = new AtomicHistogram(MAX_NANOS, DIGITS);
  private final ConcurrentHistogram concurrent = new ConcurrentHistogram(DIGITS);
  private final Recorder recorder = new Recorder(DIGITS);

  /** Ours: an append to a ring, and the move into the histogram. */
  @Benchmark
  public void timingRecord(Durations durations) {
    timing.record(durations.next());
  }

  /** HdrHistogram's fixed one. */
  @Benchmark
  public void atomicHistogram(Durations durations) {
    atomic.recordValue(durations.next());
  }

  /** HdrHistogram's that grows. */
  @Benchmark
  public void concurrentHistogram(Durations durations) {
    concurrent.recordValue(durations.next());
  }

  /** HdrHistogram's pair of histograms that a reader swaps. */
  @Benchmark
  public void recorder(Durations durations) {
    recorder.recordValue(durations.next());
  }
}
