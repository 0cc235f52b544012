package io.gnomon.exporter.signals;

import io.gnomon.exporter.sender.Outcome;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Exports what happens once: log records, or spans. A batch whose fate is not known is kept and
 * sent again, so a record arrives at least once; meanwhile the rest waits in its own bounded queue.
 * Used by the export thread alone.
 *
 * @param <T> what a record is for the SDK
 */
final class RecordSignal<T> {

  private final RecordBatches<T> batches;
  private final Lane<T> lane;
  private List<T> pending = Collections.emptyList();

  RecordSignal(RecordBatches<T> batches, Lane<T> lane) {
    this.batches = batches;
    this.lane = lane;
  }

  /** Sends batch after batch until nothing is left or one is not taken. */
  void export() {
    while (lane.isOpen() && hasBatch() && settled(lane.send(pending))) {
      pending = Collections.emptyList();
    }
    lane.rest();
  }

  private boolean hasBatch() {
    if (pending.isEmpty()) {
      pending = batches.next();
    }
    return !pending.isEmpty();
  }

  private boolean settled(@Nullable Outcome outcome) {
    if (outcome == null || outcome.kind() == Outcome.Kind.RETRY) {
      return false;
    }
    if (outcome.kind() == Outcome.Kind.REJECTED) {
      lane.health().dropped(pending.size());
      return true;
    }
    return outcome.kind() == Outcome.Kind.ACCEPTED;
  }

  void exportNow() {
    lane.open();
    export();
  }

  void close() {
    lane.close();
  }
}
