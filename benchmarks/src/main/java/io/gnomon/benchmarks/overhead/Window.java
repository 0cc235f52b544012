package io.gnomon.benchmarks.overhead;

import io.gnomon.benchmarks.overhead.process.Self;
import io.gnomon.benchmarks.overhead.process.ServiceProcess;
import io.gnomon.benchmarks.overhead.process.ThreadCpu;
import java.io.IOException;

/**
 * What a stretch of requests took of the service, all in all.
 *
 * @param requests how many there were
 * @param nanos how long they took
 * @param cpu of the threads of the process
 * @param cpuServing nanoseconds of the threads that serve
 * @param allocated bytes, of all Java threads
 * @param allocatedServing bytes, of the threads that serve
 */
record Window(
    long requests,
    long nanos,
    ThreadCpu cpu,
    long cpuServing,
    long allocated,
    long allocatedServing) {

  static final Window NOTHING = new Window(0, 0, new ThreadCpu(0, 0), 0, 0, 0);

  /** Measures while a load runs; what asking the service itself takes is taken off. */
  static Window during(ServiceProcess service, long requests, Stretch load)
      throws IOException, InterruptedException {
    Self idle = service.self();
    Self before = service.self();
    ThreadCpu cpuBefore = service.threadCpu();
    long startNanos = System.nanoTime();
    load.run();
    long nanos = System.nanoTime() - startNanos;
    ThreadCpu cpu = service.threadCpu().since(cpuBefore);
    Self after = service.self();
    return new Window(
        requests,
        nanos,
        cpu,
        between("cpuServing", idle, before, after),
        between("allocated", idle, before, after),
        between("allocatedServing", idle, before, after));
  }

  private static long between(String name, Self idle, Self before, Self after) {
    long asking = before.value(name) - idle.value(name);
    return after.value(name) - before.value(name) - asking;
  }

  /** Both together. */
  Window and(Window other) {
    return new Window(
        requests + other.requests,
        nanos + other.nanos,
        cpu.and(other.cpu),
        cpuServing + other.cpuServing,
        allocated + other.allocated,
        allocatedServing + other.allocatedServing);
  }

  double perRequest(long value) {
    return (double) value / requests;
  }

  /** A load that ends by itself. */
  interface Stretch {
    void run() throws IOException, InterruptedException;
  }
}
