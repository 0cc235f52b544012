package io.gnomon.core.traces;

import io.gnomon.core.attributes.AttributeNames;
import io.gnomon.core.attributes.AttributeSet;
import io.gnomon.core.log.AgentLog;
import io.gnomon.core.metrics.Counter;
import io.gnomon.core.metrics.CounterFamily;
import io.gnomon.core.metrics.Instrument;
import io.gnomon.core.metrics.Metrics;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Counts the traces that are kept and those that the cap holds back, each by the first of its
 * reasons, and tells once that the cap holds back. Any thread.
 */
final class KeptCounts {

  /** {@code gnomon.traces.kept}. */
  static final Instrument KEPT =
      Instrument.number(
          Instrument.Kind.COUNTER,
          "gnomon.traces.kept",
          "{trace}",
          "Requests that were kept as traces, by the first reason.");

  /** {@code gnomon.traces.held_back}. */
  static final Instrument HELD_BACK =
      Instrument.number(
          Instrument.Kind.COUNTER,
          "gnomon.traces.held_back",
          "{trace}",
          "Requests that were to be kept, but for gnomon.traces.max-per-second.");

  private final CounterFamily kept;
  private final CounterFamily heldBack;
  private final AgentLog log;
  private final int cap;
  private final AtomicBoolean told = new AtomicBoolean();

  /** By reason; filled by a benign race, for the family gives all the same counter. */
  private final @Nullable Counter[] keptByReason = new @Nullable Counter[KeptReasons.count()];

  private final @Nullable Counter[] heldBackByReason = new @Nullable Counter[KeptReasons.count()];

  KeptCounts(Metrics metrics, AgentLog log, int cap) {
    this.kept = metrics.counter(KEPT);
    this.heldBack = metrics.counter(HELD_BACK);
    this.log = log;
    this.cap = cap;
  }

  void kept(int reasons) {
    counter(kept, keptByReason, KeptReasons.first(reasons)).add(1);
  }

  void heldBack(int reasons) {
    counter(heldBack, heldBackByReason, KeptReasons.first(reasons)).add(1);
    if (!told.get() && told.compareAndSet(false, true)) {
      log.warn(
          "traces: more than "
              + cap
              + " requests of one second were to be kept; those over "
              + TraceSettings.Names.MAX_PER_SECOND.name()
              + " are counted in "
              + HELD_BACK.name()
              + ", this line is not repeated");
    }
  }

  private static Counter counter(CounterFamily family, @Nullable Counter[] byReason, int reason) {
    Counter counter = byReason[reason];
    if (counter == null) {
      counter =
          family.series(
              AttributeSet.builder().put(AttributeNames.KEPT, KeptReasons.name(reason)).build());
      byReason[reason] = counter;
    }
    return counter;
  }
}
