package io.gnomon.jdbc.explain;

import io.gnomon.core.attributes.AttributeNames;
import io.gnomon.core.attributes.AttributeSet;
import io.gnomon.core.metrics.CounterFamily;
import io.gnomon.core.metrics.Instrument;
import io.gnomon.core.metrics.Metrics;

/** Counts what became of the plans that were asked for. For any thread. */
final class Outcomes {

  static final Instrument INSTRUMENT =
      Instrument.number(
          Instrument.Kind.COUNTER,
          "gnomon.agent.explain.plans",
          "{plan}",
          "Plans of slow queries that were asked for, by what became of them.");

  private final CounterFamily counts;

  Outcomes(Metrics metrics) {
    this.counts = metrics.counter(INSTRUMENT);
  }

  void count(Outcome outcome) {
    counts
        .series(AttributeSet.builder().put(AttributeNames.EXPLAIN_OUTCOME, outcome.text()).build())
        .add(1);
  }
}
