package io.gnomon.core.query;

import io.gnomon.core.request.ThreadState;
import org.jspecify.annotations.Nullable;

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
   * @param query what was executed
   * @param elapsedNanos how long it took
   * @param errorType {@code error.type}, or null if it succeeded
   * @param statusCode {@code db.response.status_code}, or null
   */
  void slow(
      ThreadState thread,
      Query query,
      long elapsedNanos,
      @Nullable String errorType,
      @Nullable String statusCode);
}
