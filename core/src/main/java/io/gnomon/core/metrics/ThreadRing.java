package io.gnomon.core.metrics;

import org.jspecify.annotations.Nullable;

/**
 * Where one thread records: nowhere of its own, until it found the ring that it shares full.
 * Belongs to its thread, with which it goes; what it has recorded stays.
 */
public final class ThreadRing {

  private @Nullable OwnRing own;

  /** None of its own yet. */
  public ThreadRing() {}

  /** The thread's own ring of a recorder; null if it has none. */
  @Nullable OwnRing of(Recorder recorder) {
    OwnRing ring = own;
    return ring != null && ring.isOf(recorder) ? ring : null;
  }

  void own(OwnRing ring) {
    own = ring;
  }
}
