package io.gnomon.exporter.signals;

import io.gnomon.core.clock.Clock;
import io.gnomon.core.metrics.MetricSnapshot;
import io.gnomon.exporter.TelemetrySource;
import io.gnomon.exporter.data.MetricBatches;
import io.gnomon.exporter.sender.Outcome;
import io.opentelemetry.sdk.metrics.data.MetricData;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Exports metrics. A batch whose fate is not known goes first, as it was; then what is new. Used by
 * the export thread alone.
 */
final class MetricSignal {

  private final TelemetrySource source;
  private final MetricBatches batches;
  private final Lane<MetricData> lane;
  private final Clock clock;
  private boolean begun;

  MetricSignal(TelemetrySource source, MetricBatches batches, Lane<MetricData> lane, Clock clock) {
    this.source = source;
    this.batches = batches;
    this.lane = lane;
    this.clock = clock;
  }

  void export() {
    if (!lane.isOpen()) {
      return;
    }
    List<MetricData> pending = batches.pending();
    if (pending != null && !settled(lane.send(pending))) {
      return;
    }
    if (!begun) {
      begun = true;
      source.begin();
    }
    List<MetricSnapshot> snapshots = source.collect();
    List<MetricData> batch = batches.next(snapshots, clock.epochNanos());
    if (batch.isEmpty()) {
      batches.rejected();
    } else {
      settled(lane.send(batch));
    }
  }

  /** Whether the batch's fate is known. */
  private boolean settled(@Nullable Outcome outcome) {
    if (outcome == null) {
      batches.rejected();
      return false;
    }
    switch (outcome.kind()) {
      case ACCEPTED:
        batches.accepted();
        return true;
      case RETRY:
        return false;
      default:
        batches.rejected();
        return outcome.kind() == Outcome.Kind.REJECTED;
    }
  }

  void exportNow() {
    lane.open();
    export();
  }

  void close() {
    lane.close();
  }
}
