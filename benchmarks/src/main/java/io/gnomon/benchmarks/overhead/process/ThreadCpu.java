package io.gnomon.benchmarks.overhead.process;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the threads of a process that are alive have used of the processors, to the nanosecond, as
 * {@code /proc/PID/task/TID/schedstat} has it. The process' own sum is kept in ticks of 10 ms, too
 * coarse for a second of requests.
 *
 * @param allNanos of all threads
 * @param compilerNanos of those of the JIT compiler
 */
public record ThreadCpu(long allNanos, long compilerNanos) {

  static ThreadCpu of(long pid) throws IOException {
    return of(Path.of("/proc", Long.toString(pid), "task"));
  }

  static ThreadCpu of(Path tasks) throws IOException {
    ThreadCpu sum = new ThreadCpu(0, 0);
    try (DirectoryStream<Path> threads = Files.newDirectoryStream(tasks)) {
      for (Path thread : threads) {
        sum = sum.and(ofThread(thread));
      }
    }
    return sum;
  }

  /** Nothing of one that has ended since the directory was read. */
  private static ThreadCpu ofThread(Path thread) {
    try {
      String stat = Files.readString(thread.resolve("schedstat"));
      long nanos = Long.parseLong(stat.substring(0, stat.indexOf(' ')));
      return new ThreadCpu(nanos, isCompiler(thread) ? nanos : 0);
    } catch (IOException ended) {
      return new ThreadCpu(0, 0);
    }
  }

  /** HotSpot calls them "C1 CompilerThread0" and the like, the system keeps 15 letters. */
  private static boolean isCompiler(Path thread) throws IOException {
    String name = Files.readString(thread.resolve("comm"));
    return name.startsWith("C1 Compiler") || name.startsWith("C2 Compiler");
  }

  /**
   * What was used between two moments.
   *
   * @param before the earlier
   * @return the difference
   */
  public ThreadCpu since(ThreadCpu before) {
    return new ThreadCpu(allNanos - before.allNanos, compilerNanos - before.compilerNanos);
  }

  /**
   * And what was used at another time.
   *
   * @param other that
   * @return the sum
   */
  public ThreadCpu and(ThreadCpu other) {
    return new ThreadCpu(allNanos + other.allNanos, compilerNanos + other.compilerNanos);
  }

  /**
   * Of all threads but the compiler's.
   *
   * @return nanoseconds
   */
  public long workNanos() {
    return allNanos - compilerNanos;
  }
}
