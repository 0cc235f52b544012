package io.gnomon.exporter.signals;

import io.gnomon.core.spans.FinishedSpan;
import io.gnomon.exporter.TelemetrySource;
import io.gnomon.exporter.data.KeptSpans;
import io.gnomon.exporter.data.Origin;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Spans of kept traces, whole traces at a time; only a trace that is larger than a batch is spread
 * over several. Used by the export thread alone.
 */
final class SpanBatches implements RecordBatches<SpanData> {

  private final TelemetrySource source;
  private final KeptSpans spans;
  private List<FinishedSpan> drained = Collections.emptyList();
  private int taken;

  SpanBatches(TelemetrySource source, Origin origin) {
    this.source = source;
    this.spans = new KeptSpans(origin);
  }

  @Override
  public List<SpanData> next() {
    if (taken == drained.size()) {
      drained = source.drainSpans(MAX_BATCH);
      taken = 0;
    }
    int end = Math.min(drained.size(), taken + MAX_BATCH);
    List<SpanData> batch = new ArrayList<>(end - taken);
    while (taken < end) {
      batch.add(spans.of(drained.get(taken++)));
    }
    if (taken == drained.size()) {
      drained = Collections.emptyList();
      taken = 0;
    }
    return batch;
  }
}
