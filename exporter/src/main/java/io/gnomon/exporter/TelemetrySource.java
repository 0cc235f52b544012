package io.gnomon.exporter;

import io.gnomon.core.events.Event;
import io.gnomon.core.metrics.MetricSnapshot;
import io.gnomon.core.spans.FinishedSpan;
import java.util.List;

/** Where telemetry comes from. Called by the export thread only. */
public interface TelemetrySource {

  /**
   * Makes ready what is told from the first export of metrics on; called once, before that. What
   * {@link #collect()} gave earlier was only looked at for first data.
   */
  void begin();

  /**
   * Every instrument that has points.
   *
   * @return cumulative snapshots
   */
  List<MetricSnapshot> collect();

  /**
   * Takes events out.
   *
   * @param max how many at most
   * @return what there is, oldest first
   */
  List<Event> drainEvents(int max);

  /**
   * Takes spans of kept traces out, whole traces at a time.
   *
   * @param max how many at most, unless the first trace alone has more
   * @return what there is, oldest first
   */
  List<FinishedSpan> drainSpans(int max);
}
