package io.gnomon.core.traces;

import io.gnomon.core.clock.Clock;
import io.gnomon.core.log.AgentLog;
import io.gnomon.core.metrics.Metrics;
import io.gnomon.core.request.RequestEnds;
import io.gnomon.core.request.RequestRecord;
import io.gnomon.core.spans.FinishedSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/**
 * Has it decided at the end of a request whether it is kept as a trace, and hands those that are to
 * the exporter. Told last of an end, when all others have said what they found. Any thread; nothing
 * is allocated for a request that is not kept.
 */
public final class Traces implements RequestEnds {

  private static final long STOCK_NANOS = 1_000_000_000L;

  private final KeepDecision decision;
  private final TraceQueue queue = new TraceQueue();
  private final LongAdder kept = new LongAdder();

  /**
   * Keeps by these settings.
   *
   * @param settings which requests are kept
   * @param clock for what is slow and for the seconds of the cap
   * @param metrics where the counters go
   * @param log where the line about the cap goes
   */
  public Traces(TraceSettings settings, Clock clock, Metrics metrics, AgentLog log) {
    this(settings.isNone() ? KeepDecision.NONE : new Keeping(settings, clock, metrics, log));
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
   * is sampled: for what is kept only at its end comes too late for them. Changes nothing.
   *
   * @param record of a request that runs
   * @return what is known so far: what is slow may be another limit at the end, unless it was told
   */
  public boolean isToBeKept(RequestRecord record) {
    return decision.isToBeKept(record);
  }

  /**
   * Downstream is told that a request is sampled: from now on it is to be kept, and is at its end,
   * but for the cap.
   *
   * @param record of a request that runs and {@link #isToBeKept}; between its {@code enter} and
   *     {@code leave}
   */
  public void tell(RequestRecord record) {
    record.trace().tellSampled();
  }

  @Override
  public void ended(RequestRecord record) {
    int reasons = decision.decide(record);
    if (reasons != 0
        && queue.admits(KeptTrace.size(record))
        && queue.offer(new KeptTrace(record, KeptReasons.text(reasons)))) {
      kept.increment();
    }
  }

  /**
   * Makes the durations of the traces that wait, and of their slowest spans, exemplars of the
   * histograms that they count in; for the export thread, just before it collects metrics.
   */
  public void tellExemplars() {
    for (KeptTrace trace : queue.waiting()) {
      trace.tellExemplars();
    }
  }

  /**
   * Finds out about once a second what is slow: a round of the agent's worker.
   *
   * @param clock tells when a second is over
   * @return for one thread
   */
  public Runnable round(Clock clock) {
    return new Runnable() {

      private long doneNanos = clock.nanoTime();

      @Override
      public void run() {
        long now = clock.nanoTime();
        if (now - doneNanos >= STOCK_NANOS) {
          doneNanos = now;
          decision.takeStock();
        }
      }
    };
  }

  /**
   * Takes spans of kept traces out, whole traces at a time, and tells their exemplars if that is
   * still to do; for the export thread.
   *
   * @param max how many at most, unless the first trace alone has more
   * @return what there is, oldest first
   */
  public List<FinishedSpan> drain(int max) {
    List<FinishedSpan> spans = new ArrayList<>();
    for (KeptTrace trace : queue.drain(max)) {
      trace.tellExemplars();
      trace.addTo(spans);
    }
    return spans;
  }

  /**
   * How many traces were kept and handed on.
   *
   * @return since start
   */
  public long kept() {
    return kept.sum();
  }

  /**
   * How many traces were kept and then dropped, the exporter not taking them fast enough.
   *
   * @return since start
   */
  public long dropped() {
    return queue.dropped();
  }
}
