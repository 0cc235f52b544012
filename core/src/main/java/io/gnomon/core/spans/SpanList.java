package io.gnomon.core.spans;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The spans inside one request, in the order in which they were opened or, for queries, ended.
 * Bounded by {@link #MAX_SPANS}. Written between {@code enter} and {@code leave} of its record.
 */
public final class SpanList {

  /** How many spans a request keeps. */
  public static final int MAX_SPANS = 1_000;

  /** In place of the index of a span: the request's own, or none that is kept. */
  public static final int ROOT = -1;

  /** What a list that was much larger than its last request needed shrinks to. */
  static final int SMALL = 16;

  private static final int SHRINK_BELOW_USE = 4;

  private @Nullable SpanSubject[] subjects = new @Nullable SpanSubject[SMALL];
  private long[] startOffsetNanos = new long[SMALL];
  private long[] durationNanos = new long[SMALL];
  private int size;

  /** An empty list. */
  public SpanList() {}

  /**
   * Opens a span that others can be inside of.
   *
   * @param subject what it is about
   * @param startOffset nanoseconds after the start of the request
   * @param parent the index of the span around it, or {@link #ROOT}
   * @param spanId its id, or 0 for one that is made when the trace is kept
   * @return its index, or {@link #ROOT} if there is no room
   */
  public int open(SpanSubject subject, long startOffset, int parent, long spanId) {
    int index = size;
    if (index >= MAX_SPANS) {
      return ROOT;
    }
    if (index >= durationNanos.length) {
      resize(Math.min(MAX_SPANS, 2 * index));
    }
    subjects[index] = subject;
    startOffsetNanos[index] = startOffset;
    size = index + 1;
    return index;
  }

  /**
   * Ends a span.
   *
   * @param index of {@link #open}; nothing happens for {@link #ROOT}
   * @param duration nanoseconds
   * @param errorType {@code error.type}, or null if it succeeded
   * @param statusCode what the other side answered: {@code db.response.status_code}, or null
   */
  public void close(
      int index, long duration, @Nullable String errorType, @Nullable String statusCode) {
    if (index != ROOT) {
      durationNanos[index] = duration;
    }
  }

  /**
   * How many spans are kept.
   *
   * @return at most {@link #MAX_SPANS}
   */
  public int size() {
    return size;
  }

  int capacity() {
    return durationNanos.length;
  }

  /**
   * What a span is about.
   *
   * @param index 0 to {@link #size()} - 1
   * @return null only if the record was ended meanwhile
   */
  public @Nullable SpanSubject subject(int index) {
    return subjects[index];
  }

  /**
   * Says more exactly what a span is about.
   *
   * @param index of {@link #open}
   * @param subject in place of the one so far
   */
  public void subject(int index, SpanSubject subject) {
    subjects[index] = subject;
  }

  /**
   * When a span started.
   *
   * @param index 0 to {@link #size()} - 1
   * @return nanoseconds after the start of the request
   */
  public long startOffsetNanos(int index) {
    return startOffsetNanos[index];
  }

  /**
   * How long a span took.
   *
   * @param index 0 to {@link #size()} - 1
   * @return nanoseconds
   */
  public long durationNanos(int index) {
    return durationNanos[index];
  }

  /** Forgets all. */
  public void clear() {
    if (size == 0) {
      return;
    }
    if (capacity() > SMALL && size < capacity() / SHRINK_BELOW_USE) {
      size = 0;
      subjects = new @Nullable SpanSubject[SMALL];
      startOffsetNanos = new long[SMALL];
      durationNanos = new long[SMALL];
    } else {
      Arrays.fill(subjects, 0, size, null);
      size = 0;
    }
  }

  private void resize(int capacity) {
    subjects = Arrays.copyOf(subjects, capacity);
    startOffsetNanos = Arrays.copyOf(startOffsetNanos, capacity);
    durationNanos = Arrays.copyOf(durationNanos, capacity);
  }
}
