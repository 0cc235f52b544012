package io.gnomon.agent.start;

import io.gnomon.core.attributes.AttributeSet;
import io.gnomon.core.failures.Failures;
import io.gnomon.core.metrics.Counter;
import io.gnomon.core.metrics.Instrument;
import io.gnomon.core.metrics.Metrics;
import io.gnomon.instrumentation.weaving.WeavingListener;

/**
 * Counts the classes that were woven, the time it took, and those that could not be. Any thread.
 */
final class WeavingMetrics implements WeavingListener {

  private static final String PART = "weaver";

  private final Counter classes;
  private final Counter nanos;
  private final Failures failures;

  WeavingMetrics(Metrics metrics, Failures failures) {
    this.classes = counter(metrics, "gnomon.agent.classes.woven", "{class}", "Classes woven.");
    this.nanos = counter(metrics, "gnomon.agent.weaving.time", "ns", "Time spent weaving classes.");
    this.failures = failures;
  }

  private static Counter counter(Metrics metrics, String name, String unit, String description) {
    return metrics
        .counter(Instrument.number(Instrument.Kind.COUNTER, name, unit, description))
        .series(AttributeSet.EMPTY);
  }

  @Override
  public void woven(String internalName, long elapsedNanos) {
    classes.add(1);
    nanos.add(elapsedNanos);
  }

  @Override
  public void failed(String internalName, Throwable failure) {
    failures.caught(PART, internalName, failure);
  }
}
