package io.gnomon.core.request;

/** Who is told that a request ends. Implementations are thread-safe. */
public interface RequestEnds {

  /**
   * A request has ended; told on the thread that ends it, before its record is cleared. Status,
   * duration and route are final.
   *
   * @param record all that the request collected; not to be kept
   */
  void ended(RequestRecord record);
}
