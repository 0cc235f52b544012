package io.gnomon.core.spans;

import io.gnomon.core.reuse.ReusePool;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The spans inside one request, in the order in which they were opened or, for queries, ended. The
 * first {@link #OWN} lie in the list itself; more in chunks of a room that all lists share. What is
 * past the bound of a request, or finds no chunk, is counted by what it is about.
 *
 * <p>Written between {@code enter} and {@code leave} of its record, so by one thread at a time. No
 * allocation once it has been as long before.
 */
public final class SpanList {

  /** In place of the index of a span: the request's own, or none that is kept. */
  public static final int ROOT = -1;

  /** The index of an opened span that is only counted, in the first group; others are below. */
  private static final int COUNTED = -2;

  /** How many spans a list holds without a chunk. */
  static final int OWN = 16;

  private static final int CHUNK = SpanRoom.SPANS_PER_CHUNK;
  private static final int FIRST_CHUNKS = 4;

  private final SpanRoom room;
  private final int maxSpans;
  private final SpanChunk own = new SpanChunk(ReusePool.NONE, OWN);
  private @Nullable SpanChunk[] chunks = new @Nullable SpanChunk[0];

  /** Where the next span goes, if {@link #size} is below {@link #end}. */
  private SpanChunk last = own;

  /** The index of the first span of {@link #last}. */
  private int start;

  /** The index after the last span that there is room for without another chunk. */
  private int end;

  private int size;
  private @Nullable LeftOut leftOut;
  private int leftOutSpans;
  private boolean full;

  /**
   * An empty list.
   *
   * @param room where it takes chunks from
   */
  public SpanList(SpanRoom room) {
    this.room = room;
    this.maxSpans = room.maxSpans();
    this.end = Math.min(OWN, maxSpans);
  }

  /**
   * Opens a span that others can be inside of.
   *
   * @param subject what it is about
   * @param startOffset nanoseconds after the start of the request
   * @param parent the index of the span around it, or {@link #ROOT}
   * @param spanId its id, or 0 for one that is made when the trace is kept
   * @return its index; below 0 if there is no room. Then it is only counted and nothing is inside
   *     of it, but {@link #close} is to be told, so that its time counts
   */
  public int open(SpanSubject subject, long startOffset, int parent, long spanId) {
    long packed = SpanChunk.packed(parent, 0, false);
    int index = put(subject, startOffset, SpanChunk.OPEN, spanId, packed);
    if (index == ROOT && isRecording()) {
      return COUNTED - leaveOut().open(subject, startOffset);
    }
    return index;
  }

  /**
   * Ends a span; the first end counts, but one that is only counted is to be ended once at most.
   *
   * @param index of {@link #open}; nothing happens for {@link #ROOT}
   * @param endOffset nanoseconds after the start of the request
   * @param errorType {@code error.type}, or null if it succeeded
   * @param statusCode what the other side answered: {@code db.response.status_code}, or null
   */
  public void close(
      int index, long endOffset, @Nullable String errorType, @Nullable String statusCode) {
    LeftOut counts = leftOut;
    if (index <= COUNTED && counts != null) {
      counts.close(COUNTED - index, endOffset);
    }
    if (index < 0 || index >= size || !isOpen(index)) {
      return;
    }
    SpanChunk chunk = chunk(index);
    int slot = slot(index);
    chunk.end(slot, endOffset);
    if (errorType != null || statusCode != null) {
      chunk.outcome(slot, errorType, statusCode);
    }
  }

  /**
   * Adds a span that has ended and has nothing inside.
   *
   * @param subject what it is about
   * @param startOffset nanoseconds after the start of the request
   * @param duration nanoseconds
   * @param parent the index of the span around it, or {@link #ROOT}
   * @param spanId its id, or 0 for one that is made when the trace is kept
   * @param batchSize how many statements it had; 0 if it was no batch
   * @param slow whether it was flagged as slow
   * @return its index, or {@link #ROOT} if there is no room; then it is only counted
   */
  public int add(
      SpanSubject subject,
      long startOffset,
      long duration,
      int parent,
      long spanId,
      int batchSize,
      boolean slow) {
    long packed = SpanChunk.packed(parent, batchSize, slow);
    long took = Math.max(0, duration);
    int index = put(subject, startOffset, took, spanId, packed);
    if (index == ROOT && isRecording()) {
      leaveOut().count(subject, took);
    }
    return index;
  }

  /**
   * Says how a span that was just added ended.
   *
   * @param index of {@link #add}; nothing happens for {@link #ROOT}
   * @param errorType {@code error.type}, or null if it succeeded
   * @param statusCode what the other side answered, or null
   */
  public void outcome(int index, @Nullable String errorType, @Nullable String statusCode) {
    if (index >= 0 && index < size) {
      chunk(index).outcome(slot(index), errorType, statusCode);
    }
  }

  /** The index of a span that was put in, or {@link #ROOT} if there is no room. */
  private int put(SpanSubject subject, long startOffset, long duration, long spanId, long packed) {
    int index = size;
    if (index >= end && !grow()) {
      return ROOT;
    }
    last.put(index - start, subject, startOffset, duration, spanId, packed);
    size = index + 1;
    return index;
  }

  /** Makes room for one more span; false if there is none. Once there is none, there is none. */
  private boolean grow() {
    if (full || size >= maxSpans) {
      return false;
    }
    SpanChunk chunk = room.take();
    if (chunk == null) {
      full = true;
      return false;
    }
    int index = (size - OWN) / CHUNK;
    if (index >= chunks.length) {
      chunks = Arrays.copyOf(chunks, Math.max(FIRST_CHUNKS, 2 * chunks.length));
    }
    chunks[index] = chunk;
    last = chunk;
    start = size;
    end = Math.min(size + CHUNK, maxSpans);
    return true;
  }

  /** One more span finds no room; who counts it. */
  private LeftOut leaveOut() {
    LeftOut counts = leftOut;
    if (counts == null) {
      counts = new LeftOut();
      leftOut = counts;
    }
    room.leftOut(!full);
    leftOutSpans++;
    return counts;
  }

  /**
   * Whether spans are recorded at all.
   *
   * @return the same for the life of the process
   */
  public boolean isRecording() {
    return room.isRecording();
  }

  /**
   * Whether one more span is kept: false for good once one was not. Takes a chunk if need be.
   *
   * @return false if the next span is only counted
   */
  public boolean hasRoom() {
    return size < end || grow();
  }

  /**
   * How many spans are kept.
   *
   * @return 0 to the bound
   */
  public int size() {
    return size;
  }

  /**
   * How many spans found no room.
   *
   * @return only counted
   */
  public int leftOut() {
    return leftOutSpans;
  }

  /**
   * What a span is about.
   *
   * @param index 0 to {@link #size()} - 1
   * @return null only if there is no such span
   */
  public @Nullable SpanSubject subject(int index) {
    return chunk(index).subjects[slot(index)];
  }

  /**
   * Says more exactly what a span is about.
   *
   * @param index of {@link #open}; nothing happens for {@link #ROOT}
   * @param subject in place of the one so far
   */
  public void subject(int index, SpanSubject subject) {
    if (index >= 0 && index < size) {
      chunk(index).subjects[slot(index)] = subject;
    }
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
   * @return nanoseconds; -1 while it is open
   */
  public long durationNanos(int index) {
    return number(index, SpanChunk.DURATION);
  }

  /**
   * Whether a span has not ended.
   *
   * @param index 0 to {@link #size()} - 1
   * @return false once it was closed
   */
  public boolean isOpen(int index) {
    return durationNanos(index) == SpanChunk.OPEN;
  }

  /**
   * What is kept, for a trace that is told. Allocates; for rare use.
   *
   * @param elapsedNanos how long the request took
   * @return a copy, which the next use of the list does not touch
   */
  public RecordedSpans copy(long elapsedNanos) {
    return new RecordedSpans(this, elapsedNanos);
  }

  /** Copies what its spans are, chunk by chunk. */
  void copyTo(@Nullable SpanSubject[] subjects, long[] numbers) {
    int from = 0;
    while (from < size) {
      SpanChunk chunk = chunk(from);
      int length = Math.min(size - from, from < OWN ? OWN : CHUNK);
      System.arraycopy(chunk.subjects, 0, subjects, from, length);
      int values = length * SpanChunk.NUMBERS;
      System.arraycopy(chunk.numbers, 0, numbers, from * SpanChunk.NUMBERS, values);
      from += length;
    }
  }

  /** The texts of the spans that failed; null if none has any. */
  @Nullable String @Nullable [] copyOfTexts() {
    @Nullable String[] texts = null;
    int from = 0;
    while (from < size) {
      SpanChunk chunk = chunk(from);
      int length = Math.min(size - from, from < OWN ? OWN : CHUNK);
      if (chunk.isTexted()) {
        texts = texts == null ? new @Nullable String[size * SpanChunk.TEXTS] : texts;
        int at = from * SpanChunk.TEXTS;
        System.arraycopy(chunk.texts, 0, texts, at, length * SpanChunk.TEXTS);
      }
      from += length;
    }
    return texts;
  }

  /** What found no room, in words; null if all did. */
  @Nullable String leftOutWords(int maxChars, long elapsedNanos) {
    LeftOut counts = leftOut;
    return counts == null || leftOutSpans == 0 ? null : counts.words(maxChars, elapsedNanos);
  }

  /** Forgets all, and gives the chunks back. */
  public void clear() {
    if (size > 0) {
      own.clear(Math.min(size, OWN));
    }
    if (last != own) {
      giveBack();
    }
    size = 0;
    if (leftOutSpans > 0) {
      clearLeftOut();
    }
  }

  private void giveBack() {
    for (int i = 0; i < chunks.length; i++) {
      SpanChunk chunk = chunks[i];
      if (chunk == null) {
        break;
      }
      chunks[i] = null;
      chunk.clear(Math.min(CHUNK, size - OWN - i * CHUNK));
      room.give(chunk);
    }
    last = own;
    start = 0;
    end = Math.min(OWN, maxSpans);
  }

  private void clearLeftOut() {
    LeftOut counts = leftOut;
    if (counts != null) {
      counts.clear();
    }
    leftOutSpans = 0;
    full = false;
  }

  private long number(int index, int which) {
    return chunk(index).numbers[slot(index) * SpanChunk.NUMBERS + which];
  }

  private SpanChunk chunk(int index) {
    if (index >= OWN) {
      SpanChunk chunk = chunks[(index - OWN) / CHUNK];
      if (chunk != null) {
        return chunk;
      }
    }
    return own;
  }

  private static int slot(int index) {
    return index < OWN ? index : (index - OWN) % CHUNK;
  }
}
