package io.gnomon.exporter;

import io.gnomon.core.attributes.AttributeSet;
import io.gnomon.core.metrics.CounterFamily;
import io.gnomon.core.metrics.Instrument;
import io.gnomon.core.metrics.Metrics;
import io.gnomon.core.metrics.TimingFamily;
import java.util.Arrays;

/** The exporter's figures about itself, in the agent's own metrics. */
public final class ExportMetrics implements ExportObserver {

  private static final String SIGNAL = "gnomon.signal";
  private static final String OUTCOME = "gnomon.outcome";

  private final CounterFamily batches;
  private final TimingFamily duration;
  private final CounterFamily dropped;

  /**
   * Makes the instruments.
   *
   * @param metrics the registry
   */
  public ExportMetrics(Metrics metrics) {
    this.batches =
        metrics.counter(
            Instrument.number(
                Instrument.Kind.COUNTER,
                "gnomon.agent.export.batches",
                "{batch}",
                "Batches sent to the OTLP endpoint, by signal and outcome."));
    this.duration =
        metrics.timing(
            Instrument.duration(
                "gnomon.agent.export.duration",
                "How long an export took, retries included.",
                Arrays.asList(0.005, 0.01, 0.05, 0.1, 0.5, 1.0, 5.0, 10.0)));
    this.dropped =
        metrics.counter(
            Instrument.number(
                Instrument.Kind.COUNTER,
                "gnomon.agent.export.dropped",
                "{record}",
                "Data points, log records and spans that the endpoint did not take."));
  }

  @Override
  public void exported(String signal, String outcome, long nanos) {
    AttributeSet attributes =
        AttributeSet.builder().put(SIGNAL, signal).put(OUTCOME, outcome).build();
    batches.series(attributes).add(1);
    duration.series(AttributeSet.builder().put(SIGNAL, signal).build()).record(nanos);
  }

  @Override
  public void dropped(String signal, long count) {
    dropped.series(AttributeSet.builder().put(SIGNAL, signal).build()).add(count);
  }
}
