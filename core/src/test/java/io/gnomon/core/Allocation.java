package io.gnomon.core;

import java.lang.management.ManagementFactory;

/** Measures what the calling thread allocates. */
public final class Allocation {

  private static final com.sun.management.ThreadMXBean THREADS =
      (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int WARM_UP = 20_000;
  private static final int ROUNDS = 5;

  private Allocation() {}

  /** The fewest bytes that one of a few rounds of so many operations allocated. */
  public static long bytesOf(int operations, Runnable operation) {
    return bytesOf(WARM_UP, operations, operation);
  }

  /** The same after a warm-up of so many operations, for those that take long. */
  public static long bytesOf(int warmUp, int operations, Runnable operation) {
    run(warmUp, operation);
    long least = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
      run(operations, operation);
      long after = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
      least = Math.min(least, after - before);
    }
    return least;
  }

  private static void run(int operations, Runnable operation) {
    for (int i = 0; i < operations; i++) {
      operation.run();
    }
  }
}
