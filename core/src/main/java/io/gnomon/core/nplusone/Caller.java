package io.gnomon.core.nplusone;

import java.util.List;

/** Who ran the query that was found, and how many findings like it were held back. Immutable. */
final class Caller {

  final List<String> frames;
  final String threadName;
  final long threadId;
  final long heldBack;

  /** The calling thread. */
  Caller(List<String> frames, long heldBack) {
    Thread thread = Thread.currentThread();
    this.frames = frames;
    this.threadName = thread.getName();
    this.threadId = thread.getId();
    this.heldBack = heldBack;
  }
}
