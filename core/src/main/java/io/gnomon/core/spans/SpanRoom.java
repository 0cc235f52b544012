package io.gnomon.core.spans;

import io.gnomon.core.reuse.ReusePool;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * The room that the spans of all requests share: chunks that a list takes when it has more than its
 * own few, and gives back when it is cleared. Hard bound: {@link #CHUNKS} of {@link
 * #SPANS_PER_CHUNK} spans, made as they are needed. Any thread, lock-free.
 */
public final class SpanRoom {

  /** How many spans a request has at most, unless it is set. */
  public static final int DEFAULT_SPANS = 1_000;

  /** How many spans a request can be set to have at most. */
  public static final int MAX_SPANS = 10_000;

  /** How many chunks all requests have together. */
  static final int CHUNKS = 2_048;

  /** How many spans a chunk holds; a power of two. */
  static final int SPANS_PER_CHUNK = 32;

  private final boolean recording;
  private final int maxSpans;
  private final Chunks chunks;
  private final LongAdder inUse = new LongAdder();
  private final LongAdder pastBound = new LongAdder();
  private final LongAdder withoutChunk = new LongAdder();

  private SpanRoom(boolean recording, int maxSpans, int chunks) {
    this.recording = recording;
    this.maxSpans = Math.max(0, Math.min(MAX_SPANS, maxSpans));
    this.chunks = new Chunks(chunks);
  }

  /**
   * A room for requests whose spans are recorded.
   *
   * @param maxSpans how many a request has at most, 0 to {@link #MAX_SPANS}; others are counted
   * @return a new one
   */
  public static SpanRoom of(int maxSpans) {
    return new SpanRoom(true, maxSpans, CHUNKS);
  }

  /**
   * No room: no span is recorded, and none is counted as left out.
   *
   * @return a new one
   */
  public static SpanRoom none() {
    return new SpanRoom(false, 0, 0);
  }

  /** A room of fewer chunks. */
  static SpanRoom small(int maxSpans, int chunks) {
    return new SpanRoom(true, maxSpans, chunks);
  }

  /**
   * Whether spans are recorded at all.
   *
   * @return the same for the life of the process
   */
  public boolean isRecording() {
    return recording;
  }

  int maxSpans() {
    return maxSpans;
  }

  /** A chunk; null if all are in use. */
  @Nullable SpanChunk take() {
    SpanChunk chunk = chunks.takeKept();
    if (chunk != null) {
      inUse.increment();
    }
    return chunk;
  }

  void give(SpanChunk chunk) {
    inUse.decrement();
    chunks.give(chunk);
  }

  /** A span was only counted. */
  void leftOut(boolean bound) {
    (bound ? pastBound : withoutChunk).increment();
  }

  /**
   * How many spans were past the bound of their request, and only counted.
   *
   * @return since start
   */
  public long pastBound() {
    return pastBound.sum();
  }

  /**
   * How many spans were only counted because all chunks were in use.
   *
   * @return since start
   */
  public long withoutChunk() {
    return withoutChunk.sum();
  }

  /**
   * How many chunks are in use.
   *
   * @return 0 or more; exact once nobody takes or gives one
   */
  public long chunksInUse() {
    return inUse.sum();
  }

  private static final class Chunks extends ReusePool<SpanChunk> {

    Chunks(int capacity) {
      super(capacity);
    }

    @Override
    protected SpanChunk make(int index) {
      return new SpanChunk(index, SPANS_PER_CHUNK);
    }

    @Override
    protected int index(SpanChunk chunk) {
      return chunk.poolIndex();
    }
  }
}
