package io.gnomon.exporter;

import io.gnomon.core.clock.Clock;
import io.gnomon.core.metrics.MetricSnapshot;
import io.gnomon.core.metrics.NumberPoint;
import java.util.concurrent.TimeUnit;

/**
 * When metrics, log records and spans are due. Metrics: some seconds after the first data of the
 * application, at the latest after one interval, then every interval. Used by the export thread
 * alone.
 */
final class ExportSchedule {

  /** From the first data to the first export. */
  static final long FIRST_DELAY_NANOS = TimeUnit.SECONDS.toNanos(5);

  /** How often first data is looked for, and log records and spans are exported. */
  static final long LOOK_NANOS = TimeUnit.SECONDS.toNanos(1);

  private static final String OWN_PREFIX = "gnomon.agent.";

  private final Clock clock;
  private final TelemetrySource source;
  private final long intervalNanos;
  private final long firstDelayNanos;
  private boolean dataSeen;
  private long metricsDueNanos;

  ExportSchedule(Clock clock, TelemetrySource source, long intervalNanos) {
    this.clock = clock;
    this.source = source;
    this.intervalNanos = intervalNanos;
    this.firstDelayNanos = Math.min(FIRST_DELAY_NANOS, intervalNanos);
    this.metricsDueNanos = clock.nanoTime() + intervalNanos;
  }

  /** Whether metrics are due now; if so, they are next due an interval later. */
  boolean metricsDue() {
    long now = clock.nanoTime();
    if (!dataSeen && hasData()) {
      dataSeen = true;
      metricsDueNanos = earlier(metricsDueNanos, now + firstDelayNanos);
    }
    if (now - metricsDueNanos < 0) {
      return false;
    }
    dataSeen = true;
    long missed = (now - metricsDueNanos) / intervalNanos;
    metricsDueNanos += (missed + 1) * intervalNanos;
    return true;
  }

  /** How long until something may be due. */
  long waitNanos() {
    return Math.max(1, Math.min(LOOK_NANOS, metricsDueNanos - clock.nanoTime()));
  }

  /** Whether there is anything but figures about ourselves. */
  boolean hasData() {
    for (MetricSnapshot snapshot : source.collect()) {
      boolean own = snapshot.instrument().name().startsWith(OWN_PREFIX);
      if (!own && (!snapshot.histograms().isEmpty() || hasNumber(snapshot))) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasNumber(MetricSnapshot snapshot) {
    for (NumberPoint point : snapshot.numbers()) {
      if (point.value() != 0) {
        return true;
      }
    }
    return false;
  }

  private static long earlier(long nanos, long otherNanos) {
    return nanos - otherNanos < 0 ? nanos : otherNanos;
  }
}
