package io.gnomon.exporter;

import io.gnomon.core.events.Event;
import io.gnomon.core.events.EventQueue;
import io.gnomon.core.metrics.MetricSnapshot;
import io.gnomon.core.metrics.Metrics;
import java.util.List;

/** The agent's own metrics and events. */
public final class CoreSource implements TelemetrySource {

  private final Metrics metrics;
  private final EventQueue events;

  /**
   * A source over both.
   *
   * @param metrics the registry
   * @param events the queue
   */
  public CoreSource(Metrics metrics, EventQueue events) {
    this.metrics = metrics;
    this.events = events;
  }

  @Override
  public List<MetricSnapshot> collect() {
    return metrics.collect();
  }

  @Override
  public List<Event> drainEvents(int max) {
    return events.drain(max);
  }
}
