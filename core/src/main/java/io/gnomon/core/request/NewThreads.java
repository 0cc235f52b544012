package io.gnomon.core.request;

/** Knows which request a thread was started in. */
public interface NewThreads {

  /**
   * The calling thread is met for the first time. Nothing may get out of it.
   *
   * @param state its own; may be given a request to work for
   */
  void met(ThreadState state);
}
