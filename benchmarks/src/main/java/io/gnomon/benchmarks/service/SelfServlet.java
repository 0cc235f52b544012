package io.gnomon.benchmarks.service;

import com.sun.management.ThreadMXBean;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.ThreadInfo;

/**
 * What the JVM tells about itself, as lines {@code name=number}. With {@code ?gc} it collects
 * garbage first and tells of memory too.
 */
final class SelfServlet extends HttpServlet {

  @Serial private static final long serialVersionUID = 1;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    StringBuilder lines = new StringBuilder();
    threads(lines);
    if (request.getQueryString() != null) {
      memory(lines);
    }
    Answer.send(response, lines.toString());
  }

  /** What the threads alive now have ever allocated and used, in all and those that serve. */
  private static void threads(StringBuilder lines) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long all = 0;
    long serving = 0;
    long cpuNanos = 0;
    for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
      if (thread == null) {
        continue;
      }
      long id = thread.getThreadId();
      long bytes = Math.max(0, threads.getThreadAllocatedBytes(id));
      all += bytes;
      if (thread.getThreadName().contains("-exec-")) {
        serving += bytes;
        cpuNanos += Math.max(0, threads.getThreadCpuTime(id));
      }
    }
    line(lines, "allocated", all);
    line(lines, "allocatedServing", serving);
    line(lines, "cpuServing", cpuNanos);
  }

  private static void memory(StringBuilder lines) {
    MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    memory.gc();
    memory.gc();
    line(lines, "heap", memory.getHeapMemoryUsage().getUsed());
    line(lines, "heapCommitted", memory.getHeapMemoryUsage().getCommitted());
    line(lines, "nonHeap", memory.getNonHeapMemoryUsage().getUsed());
    line(lines, "threads", ManagementFactory.getThreadMXBean().getThreadCount());
    line(lines, "classes", ManagementFactory.getClassLoadingMXBean().getLoadedClassCount());
  }

  private static void line(StringBuilder lines, String name, long number) {
    lines.append(name).append('=').append(number).append('\n');
  }
}
