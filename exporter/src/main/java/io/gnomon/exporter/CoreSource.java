package io.gnomon.exporter;

import io.gnomon.core.events.Event;
import io.gnomon.core.events.EventQueue;
import io.gnomon.core.metrics.MetricSnapshot;
import io.gnomon.core.metrics.Metrics;
import io.gnomon.core.spans.FinishedSpan;
import io.gnomon.core.traces.Traces;
import java.util.List;

/** The agent's own metrics, events and kept traces. */
public final class CoreSource implements TelemetrySource {

  private final Metrics metrics;
  private final EventQueue events;
  private final Traces traces;
  private final Runnable beginning;
  private boolean begun;

  /**
   * A source over all three.
   *
   * @param metrics the registry
   * @param events the queue
   * @param traces those that are kept
   * @param beginning what is run before the first export of metrics, on the export thread; may add
   *     instruments, does not throw
   */
  public CoreSource(Metrics metrics, EventQueue events, Traces traces, Runnable beginning) {
    this.metrics = metrics;
    this.events = events;
    this.traces = traces;
    this.beginning = beginning;
  }

  @Override
  public void begin() {
    beginning.run();
    begun = true;
  }

  @Override
  public List<MetricSnapshot> collect() {
    if (!begun) {
      return metrics.look();
    }
    traces.tellExemplars();
    return metrics.collect();
  }

  @Override
  public List<Event> drainEvents(int max) {
    return events.drain(max);
  }

  @Override
  public List<FinishedSpan> drainSpans(int max) {
    return traces.drain(max);
  }
}
