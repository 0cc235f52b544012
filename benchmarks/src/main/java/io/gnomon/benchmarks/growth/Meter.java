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

  static long processCpuNanos() {
    return SYSTEM.getProcessCpuTime();
  }

  /** What is reachable now. */
  static long heapBytes() {
    Runtime runtime = Runtime.getRuntime();
    System.gc();
    System.gc();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
