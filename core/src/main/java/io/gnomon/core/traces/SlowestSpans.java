package io.gnomon.core.traces;

import io.gnomon.core.metrics.Timing;
import io.gnomon.core.spans.Measured;
import io.gnomon.core.spans.RecordedSpans;
import io.gnomon.core.spans.SpanSubject;
import org.jspecify.annotations.Nullable;

/** The slowest of the spans inside a request that count in a histogram, the slowest first. */
final class SlowestSpans {

  /** How many there are at most. */
  static final int MAX = 10;

  private final RecordedSpans spans;
  private final int[] indices = new int[MAX];
  private final @Nullable Timing[] timings = new @Nullable Timing[MAX];
  private int size;

  SlowestSpans(RecordedSpans spans) {
    this.spans = spans;
    for (int index = 0; index < spans.size(); index++) {
      Timing timing = timingOf(index);
      int place = timing == null ? MAX : place(index);
      if (place < MAX) {
        insert(place, index, timing);
      }
    }
  }

  private @Nullable Timing timingOf(int index) {
    SpanSubject subject = spans.subject(index);
    return subject instanceof Measured && !spans.isOpen(index)
        ? ((Measured) subject).timing(spans.errorType(index), spans.statusCode(index))
        : null;
  }

  private int place(int index) {
    int place = size;
    while (place > 0 && spans.durationNanos(indices[place - 1]) < spans.durationNanos(index)) {
      place--;
    }
    return place;
  }

  private void insert(int place, int index, @Nullable Timing timing) {
    size = Math.min(MAX, size + 1);
    System.arraycopy(indices, place, indices, place + 1, size - place - 1);
    System.arraycopy(timings, place, timings, place + 1, size - place - 1);
    indices[place] = index;
    timings[place] = timing;
  }

  int size() {
    return size;
  }

  /** The index of the span at a place below {@link #size()}. */
  int index(int place) {
    return indices[place];
  }

  /** The series that it counts in. */
  @Nullable Timing timing(int place) {
    return timings[place];
  }
}
