package io.gnomon.exporter.signals;

import io.gnomon.core.events.Event;
import io.gnomon.exporter.TelemetrySource;
import io.gnomon.exporter.data.EventRecord;
import io.gnomon.exporter.data.Origin;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import java.util.ArrayList;
import java.util.List;

/** Events as log records. Used by the export thread alone. */
final class LogBatches implements RecordBatches<LogRecordData> {

  private final TelemetrySource source;
  private final Origin origin;

  LogBatches(TelemetrySource source, Origin origin) {
    this.source = source;
    this.origin = origin;
  }

  @Override
  public List<LogRecordData> next() {
    List<Event> events = source.drainEvents(MAX_BATCH);
    List<LogRecordData> batch = new ArrayList<>(events.size());
    for (Event event : events) {
      batch.add(new EventRecord(origin, event));
    }
    return batch;
  }
}
