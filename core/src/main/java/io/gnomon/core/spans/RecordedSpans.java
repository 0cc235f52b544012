package io.gnomon.core.spans;

import org.jspecify.annotations.Nullable;

/** The spans inside one request that has ended, and what found no room. Immutable. */
public final class RecordedSpans {

  /** How long {@link #leftOutWords} are at most, in characters. */
  public static final int MAX_WORDS = 4_096;

  private final @Nullable SpanSubject[] subjects;
  private final long[] numbers;
  private final @Nullable String @Nullable [] texts;
  private final int leftOut;
  private final @Nullable String leftOutWords;

  RecordedSpans(SpanList list, long elapsedNanos) {
    int size = list.size();
    subjects = new @Nullable SpanSubject[size];
    numbers = new long[size * SpanChunk.NUMBERS];
    list.copyTo(subjects, numbers);
    texts = list.copyOfTexts();
    leftOut = list.leftOut();
    leftOutWords = list.leftOutWords(MAX_WORDS, elapsedNanos);
    for (int i = 0; i < size; i++) {
      int at = i * SpanChunk.NUMBERS + SpanChunk.ID;
      numbers[at] = numbers[at] == 0 ? TraceContext.newSpanId() : numbers[at];
    }
  }

  /**
   * How many spans there are.
   *
   * @return 0 or more
   */
  public int size() {
    return subjects.length;
  }

  /**
   * What a span is about.
   *
   * @param index 0 to {@link #size()} - 1
   * @return null for none
   */
  public @Nullable SpanSubject subject(int index) {
    return subjects[index];
  }

  /**
   * A span's id.
   *
   * @param index 0 to {@link #size()} - 1
   * @return not 0
   */
  public long spanId(int index) {
    return number(index, SpanChunk.ID);
  }

  /**
   * The span around a span.
   *
   * @param index 0 to {@link #size()} - 1
   * @return the index of one that was opened before, or {@link SpanList#ROOT}
   */
  public int parent(int index) {
    int parent = SpanChunk.parent(number(index, SpanChunk.PACKED));
    return parent >= 0 && parent < index ? parent : SpanList.ROOT;
  }

  /**
   * When a span started.
   *
   * @param index 0 to {@link #size()} - 1
   * @return nanoseconds after the start of the request
   */
  public long startOffsetNanos(int index) {
    return number(index, SpanChunk.START);
  }

  /**
   * How long a span took.
   *
   * @param index 0 to {@link #size()} - 1
   * @return nanoseconds; meaningless if it {@link #isOpen}
   */
  public long durationNanos(int index) {
    return number(index, SpanChunk.DURATION);
  }

  /**
   * Whether a span had not ended when its request did.
   *
   * @param index 0 to {@link #size()} - 1
   * @return false if it has a duration
   */
  public boolean isOpen(int index) {
    return durationNanos(index) == SpanChunk.OPEN;
  }

  /**
   * How many statements a span had.
   *
   * @param index 0 to {@link #size()} - 1
   * @return {@code db.operation.batch.size}; 0 if it was no batch
   */
  public int batchSize(int index) {
    return SpanChunk.size(number(index, SpanChunk.PACKED));
  }

  /**
   * Whether a span was flagged as slow.
   *
   * @param index 0 to {@link #size()} - 1
   * @return true if it was told as a slow query
   */
  public boolean isSlow(int index) {
    return SpanChunk.slow(number(index, SpanChunk.PACKED));
  }

  /**
   * How a span failed.
   *
   * @param index 0 to {@link #size()} - 1
   * @return {@code error.type}; null if it succeeded
   */
  public @Nullable String errorType(int index) {
    return texts == null ? null : texts[index * SpanChunk.TEXTS];
  }

  /**
   * What the other side answered to a span.
   *
   * @param index 0 to {@link #size()} - 1
   * @return null if that is not known
   */
  public @Nullable String statusCode(int index) {
    return texts == null ? null : texts[index * SpanChunk.TEXTS + 1];
  }

  /**
   * How many spans found no room.
   *
   * @return 0 or more
   */
  public int leftOut() {
    return leftOut;
  }

  /**
   * What found no room.
   *
   * @return as {@code 00000000000000ab SELECT item x234 (1200 ms); others x3 (5 ms)}, at most
   *     {@link #MAX_WORDS} characters; null if all did
   */
  public @Nullable String leftOutWords() {
    return leftOutWords;
  }

  private long number(int index, int which) {
    return numbers[index * SpanChunk.NUMBERS + which];
  }
}
