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
   * An execution has just ended; in a request, within a turn of its record.
   *
   * @param thread the calling thread's state
   * @param execution what ended; not to be kept
   * @return whether there is more to do than a few writes: then {@link #followUp} is called
   */
  boolean executed(ThreadState thread, Execution execution);

  /**
   * Does what was left to do about an execution, once the turn is over; rare.
   *
   * @param thread the calling thread's state
   * @param execution what ended; not to be kept
   */
  void followUp(ThreadState thread, Execution execution);

  /** In place of an {@code if}. */
  final class Nobody implements EveryExecution {

    private Nobody() {}

    @Override
    public boolean executed(ThreadState thread, Execution execution) {
      return false;
    }

    @Override
    public void followUp(ThreadState thread, Execution execution) {}
  }
}
