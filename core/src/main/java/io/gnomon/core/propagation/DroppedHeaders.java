package io.gnomon.core.propagation;

import io.gnomon.core.attributes.AttributeNames;
import io.gnomon.core.attributes.AttributeSet;
import io.gnomon.core.metrics.Counter;
import io.gnomon.core.metrics.CounterFamily;
import io.gnomon.core.metrics.Instrument;
import io.gnomon.core.metrics.Metrics;
import org.jspecify.annotations.Nullable;

/**
 * Counts the headers of traces that came in and are as if they were not there, by their names,
 * which are few. Any thread; allocates nothing but for the first of each.
 */
final class DroppedHeaders {

  /** {@code gnomon.agent.propagation.dropped}. */
  static final Instrument INSTRUMENT =
      Instrument.number(
          Instrument.Kind.COUNTER,
          "gnomon.agent.propagation.dropped",
          "{header}",
          "Inbound headers of traces that were malformed, incomplete or too long, and dropped; of a"
              + " tracestate that is too long, some of its members.");

  private static final String[] NAMES = {
    Extraction.TRACE_PARENT,
    Extraction.TRACE_STATE,
    Extraction.BAGGAGE,
    B3.SINGLE,
    B3.TRACE_ID,
    B3.SPAN_ID,
    B3.SAMPLED
  };

  private final CounterFamily family;

  /** By name; filled by a benign race, for the family gives all the same counter. */
  private final @Nullable Counter[] counters = new @Nullable Counter[NAMES.length];

  DroppedHeaders(Metrics metrics) {
    this.family = metrics.counter(INSTRUMENT);
  }

  /** One more of a name, which is one of ours. */
  void count(String name) {
    for (int i = 0; i < NAMES.length; i++) {
      if (NAMES[i].equals(name)) {
        counter(i).add(1);
      }
    }
  }

  private Counter counter(int index) {
    Counter counter = counters[index];
    if (counter == null) {
      counter =
          family.series(
              AttributeSet.builder().put(AttributeNames.PROPAGATION_HEADER, NAMES[index]).build());
      counters[index] = counter;
    }
    return counter;
  }
}
