package io.gnomon.core.traces;

import io.gnomon.core.request.RequestEnds;
import io.gnomon.core.request.RequestRecord;
import io.gnomon.core.spans.FinishedSpan;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/**
 * Decides at the end of a request whether it is kept as a trace, and hands those that are to the
 * exporter. Told last of an end, when all others have said what they found. Any thread.
 */
public final class Traces implements RequestEnds {

  private final KeepDecision decision;
  private final LongAdder kept = new LongAdder();

  /** Keeps none. */
  public Traces() {
    this(KeepDecision.NONE);
  }

  /**
   * Keeps what a decision says.
   *
   * @param decision is asked once at each end
   */
  Traces(KeepDecision decision) {
    this.decision = decision;
  }

  /**
   * Whether a request that still runs is to be kept already, so that downstream may be told that it
   * is sampled: for what is kept only at its end comes too late for them.
   *
   * @param record of a request that runs
   * @return true for good: from then on it is kept, but for the cap
   */
  public boolean isToBeKept(RequestRecord record) {
    return decision.isToBeKept(record);
  }

  @Override
  public void ended(RequestRecord record) {
    if (decision.decide(record) != 0) {
      kept.increment();
    }
  }

  /**
   * How many traces were kept.
   *
   * @return since start
   */
  public long kept() {
    return kept.sum();
  }

  /**
   * Takes spans of kept traces out, whole traces at a time; for the export thread.
   *
   * @param max how many at most, unless the first trace alone has more
   * @return what there is, oldest first
   */
  public List<FinishedSpan> drain(int max) {
    return Collections.emptyList();
  }
}
