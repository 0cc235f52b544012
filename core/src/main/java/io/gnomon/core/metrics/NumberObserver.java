package io.gnomon.core.metrics;

/**
 * Reads numbers with attributes when metrics are collected, as the connections of every pool by
 * state.
 */
public interface NumberObserver {

  /**
   * Reports every series that there is now. One that is not reported has ended: it gives no point
   * and what is kept of it is dropped; if it is reported again it counts as a new one. Called on
   * the export thread, at every collection. If this throws, all that it reported this time is left
   * out and one failure is counted; its series go on.
   *
   * @param sink takes the numbers; not used after the return
   */
  void observe(NumberSink sink);
}
