package io.gnomon.core.traces;

import io.gnomon.core.request.RequestEnds;
import io.gnomon.core.request.RequestRecord;
import io.gnomon.core.spans.FinishedSpan;
import java.util.Collections;
import java.util.List;

/**
 * Decides at the end of a request whether it is kept as a trace, and hands those that are to the
 * exporter. Told last of an end, when all others have said what they found. Any thread.
 */
public final class Traces implements RequestEnds {

  /** Keeps nothing yet. */
  public Traces() {}

  /**
   * Whether a request that still runs is to be kept already, so that downstream may be told that it
   * is sampled: for what is kept only at its end comes too late for them.
   *
   * @param record of a request that runs
   * @return true for good: from then on it is kept, but for the cap
   */
  public boolean isToBeKept(RequestRecord record) {
    return record.trace().upstreamSampled();
  }

  @Override
  public void ended(RequestRecord record) {}

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
