package io.gnomon.core.query;

import io.gnomon.core.request.ThreadState;

/** Who is told of slow executions, on the thread that executed. Implementations are thread-safe. */
public interface SlowExecutions {

  /**
   * What is slow: anything longer.
   *
   * @return nanoseconds, the same for the life of the process; {@code Long.MAX_VALUE} for never
   */
  long thresholdNanos();

  /**
   * An execution that took longer than the threshold has just ended.
   *
   * @param thread the calling thread's state
   * @param execution what ended; not to be kept
   */
  void slow(ThreadState thread, Execution execution);
}
