package io.gnomon.exporter.sender;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Room for one connection between two requests that follow one another soon, as those of traces do:
 * once a second and several in a row. Where they do not, as those of metrics, none is kept: the
 * endpoint would have to watch it, and most give it up before it is used again. Used by the export
 * thread alone.
 */
final class SpareLine {

  /** How long after the last request a connection is kept, and is used again. */
  static final long KEEP_NANOS = TimeUnit.SECONDS.toNanos(2);

  private @Nullable HttpLine line;
  private long usedNanos = System.nanoTime() - KEEP_NANOS;

  /** Whether the last request was so short ago that the next may follow as soon. */
  boolean isBusy() {
    return System.nanoTime() - usedNanos < KEEP_NANOS;
  }

  /** Takes the connection out; null if there is none, or if it has waited for too long. */
  @Nullable HttpLine take() {
    closeIfIdle();
    HttpLine taken = line;
    line = null;
    return taken;
  }

  /** A request was answered, and its connection was not kept. */
  void used() {
    usedNanos = System.nanoTime();
  }

  /** A request was answered, and its connection can be used again. */
  void give(HttpLine used) {
    used();
    line = used;
  }

  /** Closes a connection that no request followed on. */
  void closeIfIdle() {
    if (!isBusy()) {
      close();
    }
  }

  void close() {
    if (line != null) {
      line.close();
      line = null;
    }
  }
}
