package io.gnomon.exporter.signals;

import java.util.List;

/**
 * Takes records out of where they wait, one request's worth at a time. Used by the export thread
 * alone.
 *
 * @param <T> what a record is for the SDK
 */
interface RecordBatches<T> {

  /** How many records a request holds at most. */
  int MAX_BATCH = 512;

  /**
   * The next ones.
   *
   * @return oldest first; empty if there are none, else at most {@link #MAX_BATCH}
   */
  List<T> next();
}
