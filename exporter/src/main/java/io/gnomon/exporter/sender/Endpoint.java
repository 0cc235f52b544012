package io.gnomon.exporter.sender;

import java.util.Collection;

/**
 * Where batches of one signal go. Used by the export thread alone.
 *
 * @param <T> what a batch consists of
 */
public interface Endpoint<T> {

  /**
   * Sends a batch and waits for the answer, at most for the signal's timeout.
   *
   * @param batch not empty
   * @return what became of it
   */
  Outcome send(Collection<T> batch);

  /** Nothing is to be sent now: a connection that nothing was sent over for a while is closed. */
  void rest();

  /** Lets go of what the transport holds. */
  void close();
}
