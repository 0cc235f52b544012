package io.gnomon.benchmarks.growth;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** What the JVM tells of the calling thread, of itself and of its heap. */
final class Meter {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private Meter() {}

  static long threadCpuNanos() {
    return THREADS.getCurrentThreadCpuTime();
  }

  static long threadAllocatedBytes() {
    return THREADS.getCurrentThreadAllocatedBytes();
  }

  /** Of all threads, the JVM's own included; in steps of some 10 ms. */
  static long processCpuNanos() {
    return SYSTEM.getProcessCpuTime();
  }

  /** What is reachable now: collected until no more is found, for some comes free in turns. */
  static long heapBytes() {
    Runtime runtime = Runtime.getRuntime();
    long before;
    long used = Long.MAX_VALUE;
    do {
      before = used;
      System.gc();
      used = runtime.totalMemory() - runtime.freeMemory();
    } while (used < before);
    return used;
  }
}
