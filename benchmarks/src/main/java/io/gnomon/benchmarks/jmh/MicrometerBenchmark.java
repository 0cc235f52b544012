package io.gnomon.benchmarks.jmh;

import io.gnomon.core.query.QuerySeries;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The same duration told to a timer of Micrometer's with the tags and the buckets of ours. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class MicrometerBenchmark {

  private static final String NAME = "db.client.operation.duration";

  private final MeterRegistry registry = new SimpleMeterRegistry();
  private final Timer timer =
      Timer.builder(NAME).tags(tags()).serviceLevelObjectives(boundaries()).register(registry);

  private static Tags tags() {
    return Tags.of(
        "db.system.name",
        "postgresql",
        "db.namespace",
        "shop",
        "server.address",
        "db",
        "db.query.summary",
        "SELECT item");
  }

  private static Duration[] boundaries() {
    return QuerySeries.BOUNDARIES_SECONDS.stream()
        .map(seconds -> Duration.ofNanos((long) (seconds * 1e9)))
        .toArray(Duration[]::new);
  }

  /** A duration into a timer that is kept. */
  @Benchmark
  public void timer(Durations durations) {
    timer.record(durations.next(), TimeUnit.NANOSECONDS);
  }

  /** The same, the timer looked up by its tags, as instrumentation does that keeps nothing. */
  @Benchmark
  public void timerLookedUp(Durations durations) {
    registry.timer(NAME, tags()).record(durations.next(), TimeUnit.NANOSECONDS);
  }

  /** A query timed by it: the clock is read twice. */
  @Benchmark
  public void sample() {
    Timer.start(registry).stop(timer);
  }
}
