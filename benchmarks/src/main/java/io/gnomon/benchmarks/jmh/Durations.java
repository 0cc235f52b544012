package io.gnomon.benchmarks.jmh;

import java.util.Random;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Durations as a service has them, log-normal around 1 ms; the same in every run. */
@State(Scope.Thread)
public class Durations {

  private static final int COUNT = 4_096;
  private static final long SEED = 7;
  private static final double MEDIAN_NANOS = 1e6;

  private final long[] nanos = new long[COUNT];
  private int next;

  /** Makes the durations. */
  public Durations() {
    Random random = new Random(SEED);
    for (int i = 0; i < COUNT; i++) {
      nanos[i] = (long) (MEDIAN_NANOS * Math.exp(random.nextGaussian()));
    }
  }

  long next() {
    return nanos[next++ & (COUNT - 1)];
  }
}
