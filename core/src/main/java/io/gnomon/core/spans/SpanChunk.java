package io.gnomon.core.spans;

import io.gnomon.core.reuse.ReusePool;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Room for a few spans. What a query writes lies side by side, in half a cache line. Belongs to the
 * list that took it.
 */
final class SpanChunk {

  /** The duration of a span that is open. */
  static final long OPEN = -1;

  /** How many numbers a span has. */
  static final int NUMBERS = 4;

  /** Nanoseconds after the start of the request. */
  static final int START = 0;

  /** Nanoseconds, or {@link #OPEN}. */
  static final int DURATION = 1;

  /** The span's id, or 0 for one that is made when the trace is kept. */
  static final int ID = 2;

  /** Above, the index of the parent; below, the size of a batch; in the last bit, whether slow. */
  static final int PACKED = 3;

  /** How many texts a span that failed has: {@code error.type} and the status code. */
  static final int TEXTS = 2;

  private static final int PARENT_SHIFT = 32;
  private static final long LOW_MASK = 0xFFFF_FFFFL;

  private final int poolIndex;
  final @Nullable SpanSubject[] subjects;
  final @Nullable String[] texts;
  final long[] numbers;
  private boolean texted;

  /**
   * An empty one.
   *
   * @param poolIndex its place in the pool, or {@link ReusePool#NONE}
   * @param capacity for how many spans
   */
  SpanChunk(int poolIndex, int capacity) {
    this.poolIndex = poolIndex;
    this.subjects = new @Nullable SpanSubject[capacity];
    this.texts = new @Nullable String[TEXTS * capacity];
    this.numbers = new long[NUMBERS * capacity];
  }

  int poolIndex() {
    return poolIndex;
  }

  void put(
      int slot, SpanSubject subject, long startOffset, long duration, long spanId, long packed) {
    subjects[slot] = subject;
    int at = slot * NUMBERS;
    numbers[at + START] = startOffset;
    numbers[at + DURATION] = duration;
    numbers[at + ID] = spanId;
    numbers[at + PACKED] = packed;
  }

  void end(int slot, long endOffset) {
    int at = slot * NUMBERS;
    numbers[at + DURATION] = Math.max(0, endOffset - numbers[at + START]);
  }

  void outcome(int slot, @Nullable String errorType, @Nullable String statusCode) {
    texts[slot * TEXTS] = errorType;
    texts[slot * TEXTS + 1] = statusCode;
    texted = true;
  }

  boolean isOpen(int slot) {
    return numbers[slot * NUMBERS + DURATION] == OPEN;
  }

  /** Forgets what it holds of the first spans; numbers stay, to be written over. */
  void clear(int used) {
    Arrays.fill(subjects, 0, used, null);
    if (texted) {
      Arrays.fill(texts, 0, used * TEXTS, null);
      texted = false;
    }
  }

  /** Whether any of its spans has texts. */
  boolean isTexted() {
    return texted;
  }

  static long packed(int parent, int size, boolean slow) {
    int low = (size << 1) | (slow ? 1 : 0);
    return ((long) parent << PARENT_SHIFT) | (low & LOW_MASK);
  }

  static int parent(long packed) {
    return (int) (packed >> PARENT_SHIFT);
  }

  static int size(long packed) {
    return (int) packed >>> 1;
  }

  static boolean slow(long packed) {
    return (packed & 1) != 0;
  }
}
