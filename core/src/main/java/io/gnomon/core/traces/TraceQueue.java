package io.gnomon.core.traces;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.LongAdder;

/**
 * Kept traces on their way to the exporter, bounded by how many they are and by their spans: when
 * full the newest is dropped and counted. Any thread may offer; one thread drains. Kept traces are
 * rare, so a short lock guards the queue.
 */
final class TraceQueue {

  /** How many traces wait at most. */
  static final int MAX_TRACES = 512;

  /** How many spans the traces that wait have at most. */
  static final int MAX_SPANS = 20_000;

  private final Queue<KeptTrace> traces = new ArrayDeque<>();
  private final LongAdder dropped = new LongAdder();

  /** Written under the lock, as is the next. */
  private volatile int waiting;

  private volatile int spans;

  /**
   * Whether there is room for a trace, which is counted as dropped if there is none. Asked before
   * the trace is made; without a lock, so another one may take the room first.
   *
   * @param size how many spans it has
   * @return true if it is to be offered
   */
  boolean admits(int size) {
    boolean admitted = hasRoom(size);
    if (!admitted) {
      dropped.increment();
    }
    return admitted;
  }

  private boolean hasRoom(int size) {
    return waiting < MAX_TRACES && spans + size <= MAX_SPANS;
  }

  /**
   * Offers a trace; never waits for room.
   *
   * @param trace what was kept
   * @return false if it was dropped
   */
  boolean offer(KeptTrace trace) {
    synchronized (traces) {
      if (hasRoom(trace.size())) {
        spans += trace.size();
        waiting++;
        return traces.add(trace);
      }
    }
    dropped.increment();
    return false;
  }

  /**
   * Takes whole traces out.
   *
   * @param maxSpans how many spans they have at most, unless the first alone has more
   * @return what there is, oldest first
   */
  List<KeptTrace> drain(int maxSpans) {
    List<KeptTrace> taken = new ArrayList<>();
    int sum = 0;
    synchronized (traces) {
      KeptTrace next = traces.peek();
      while (next != null && (taken.isEmpty() || sum + next.size() <= maxSpans)) {
        sum += next.size();
        taken.add(next);
        traces.remove();
        next = traces.peek();
      }
      spans -= sum;
      waiting = traces.size();
    }
    return taken;
  }

  /** Those that wait; they stay. */
  List<KeptTrace> waiting() {
    synchronized (traces) {
      return new ArrayList<>(traces);
    }
  }

  /** How many traces were dropped because the queue was full. */
  long dropped() {
    return dropped.sum();
  }
}
