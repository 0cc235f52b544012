package io.gnomon.benchmarks.growth;

/**
 * What one operation costs its thread, measured again and again.
 *
 * @param cpuNanos the median
 * @param allocatedBytes the least, for what comes once is no cost of an operation
 */
record Pace(double cpuNanos, double allocatedBytes) {

  /**
   * Measures on the calling thread.
   *
   * @param step is run again and again
   * @param operations how many of what is counted one step has
   * @param effort how long
   */
  static Pace of(Runnable step, int operations, Effort effort) {
    repeat(step, effort.warmUpNanos());
    Sample cpu = new Sample();
    Sample allocated = new Sample();
    for (int i = 0; i < effort.slices(); i++) {
      long bytes = Meter.threadAllocatedBytes();
      long nanos = Meter.threadCpuNanos();
      double all = (double) repeat(step, effort.sliceNanos()) * operations;
      nanos = Meter.threadCpuNanos() - nanos;
      bytes = Meter.threadAllocatedBytes() - bytes;
      cpu.add(nanos / all);
      allocated.add(bytes / all);
    }
    return new Pace(cpu.median(), allocated.min());
  }

  private static long repeat(Runnable step, long nanos) {
    long start = System.nanoTime();
    long steps = 0;
    do {
      step.run();
      steps++;
    } while (System.nanoTime() - start < nanos);
    return steps;
  }
}
