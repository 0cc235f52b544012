package io.gnomon.exporter.signals;

import io.gnomon.core.events.Event;
import io.gnomon.exporter.TelemetrySource;
import io.gnomon.exporter.data.EventRecord;
import io.gnomon.exporter.data.Origin;
import io.gnomon.exporter.sender.Outcome;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Exports events as log records. A batch whose fate is not known is kept and sent again, so a
 * record arrives at least once; meanwhile the rest waits in its own bounded queue. Used by the
 * export thread alone.
 */
final class LogSignal {

  /** How many records a request holds at most. */
  static final int MAX_BATCH = 512;

  private final TelemetrySource source;
  private final Origin origin;
  private final Lane<LogRecordData> lane;
  private List<LogRecordData> pending = Collections.emptyList();

  LogSignal(TelemetrySource source, Origin origin, Lane<LogRecordData> lane) {
    this.source = source;
    this.origin = origin;
    this.lane = lane;
  }

  /** Sends batch after batch until nothing is left or one is not taken. */
  void export() {
    while (lane.isOpen() && hasBatch() && settled(lane.send(pending))) {
      pending = Collections.emptyList();
    }
  }

  private boolean hasBatch() {
    if (pending.isEmpty()) {
      List<Event> events = source.drainEvents(MAX_BATCH);
      pending = new ArrayList<>(events.size());
      for (Event event : events) {
        pending.add(new EventRecord(origin, event));
      }
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
