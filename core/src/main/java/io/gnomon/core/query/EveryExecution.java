package io.gnomon.core.query;

import io.gnomon.core.request.ThreadState;

/**
 * Who is told of each execution, on the thread that executed: part of the hot path. Implementations
 * are thread-safe.
 */
public interface EveryExecution {

  /** Who is told and does nothing. */
  EveryExecution NOBODY = new Nobody();

  /**
   * An execution has just ended.
   *
   * @param thread the calling thread's state
   * @param execution what ended; not to be kept
   */
  void executed(ThreadState thread, Execution execution);

  /** In place of an {@code if}. */
  final class Nobody implements EveryExecution {

    private Nobody() {}

    @Override
    public void executed(ThreadState thread, Execution execution) {}
  }
}
