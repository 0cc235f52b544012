package io.gnomon.exporter;

import io.gnomon.core.events.Event;
import io.gnomon.core.log.AgentLog;
import io.gnomon.core.metrics.MetricSnapshot;
import io.gnomon.core.spans.FinishedSpan;
import io.gnomon.exporter.sender.Pause;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** What the exporter reads from and tells to, kept for a test. Pauses take no time. */
public final class Recorder implements TelemetrySource, AgentLog, ExportObserver, Pause {

  public final List<String> lines = new CopyOnWriteArrayList<>();
  public final List<String> exports = new CopyOnWriteArrayList<>();
  public final List<Long> pauses = new ArrayList<>();
  public final Queue<Event> events = new ConcurrentLinkedQueue<>(new ArrayDeque<>());
  public final Queue<List<FinishedSpan>> traces = new ConcurrentLinkedQueue<>();
  public volatile List<MetricSnapshot> snapshots = List.of();
  public volatile long dropped;
  public volatile int begun;
  public volatile int looks;

  @Override
  public void begin() {
    begun++;
  }

  @Override
  public List<MetricSnapshot> collect() {
    looks++;
    return snapshots;
  }

  @Override
  public List<Event> drainEvents(int max) {
    List<Event> drained = new ArrayList<>();
    while (drained.size() < max && !events.isEmpty()) {
      drained.add(events.remove());
    }
    return drained;
  }

  @Override
  public List<FinishedSpan> drainSpans(int max) {
    List<FinishedSpan> drained = new ArrayList<>();
    while (!traces.isEmpty()
        && (drained.isEmpty() || drained.size() + traces.element().size() <= max)) {
      drained.addAll(traces.remove());
    }
    return drained;
  }

  @Override
  public void info(String line) {
    lines.add("INFO " + line);
  }

  @Override
  public void warn(String line) {
    lines.add("WARN " + line);
  }

  @Override
  public void debug(String line) {
    lines.add("DEBUG " + line);
  }

  @Override
  public void exported(String signal, String outcome, long nanos) {
    exports.add(signal + " " + outcome);
  }

  @Override
  public void dropped(String signal, long count) {
    dropped += count;
  }

  @Override
  public boolean pause(long nanos) {
    pauses.add(nanos);
    return true;
  }

  @Override
  public long remaining(long nanos) {
    return nanos;
  }
}
