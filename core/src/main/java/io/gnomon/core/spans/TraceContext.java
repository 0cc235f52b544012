package io.gnomon.core.spans;

import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Where a request stands in its trace: the ids, and what came with them from upstream. One per
 * record, reused with it; never allocates. Written by the thread that starts the request.
 */
public final class TraceContext {

  private long traceHigh;
  private long traceLow;
  private long spanId;
  private long parentSpanId;
  private boolean upstreamSampled;
  private boolean debug;
  private boolean random;

  /** Written by whatever thread calls another service for the request. */
  private volatile boolean toldSampled;

  private @Nullable String traceState;
  private @Nullable String baggage;

  /** One without a trace; see {@link #begin}. */
  public TraceContext() {}

  /** Begins a trace of random ids, and forgets the one before. */
  public void begin() {
    ThreadLocalRandom ids = ThreadLocalRandom.current();
    traceHigh = ids.nextLong();
    traceLow = notZero(ids.nextLong());
    spanId = newSpanId();
    parentSpanId = 0;
    upstreamSampled = false;
    debug = false;
    random = true;
    if (toldSampled) {
      toldSampled = false;
    }
    traceState = null;
    baggage = null;
  }

  /**
   * The request is a part of a trace that another service began; not one that is debugged, nor is
   * its id known to be random.
   *
   * @param high upper half of the trace's id
   * @param low lower half; not both are 0
   * @param parent the span that called; not 0
   * @param sampled whether upstream records it
   * @param state {@code tracestate} as it came, valid and bounded, or null
   */
  public void adopt(long high, long low, long parent, boolean sampled, @Nullable String state) {
    traceHigh = high;
    traceLow = low;
    parentSpanId = parent;
    upstreamSampled = sampled;
    debug = false;
    random = false;
    traceState = state;
  }

  /**
   * The id of the trace that was adopted is random, as upstream said.
   *
   * @param said whether it did
   */
  public void random(boolean said) {
    random = said;
  }

  /**
   * The trace that was adopted is debugged: upstream wants it recorded by all, whatever it is.
   *
   * @param said whether upstream said so
   */
  public void debug(boolean said) {
    debug = said;
  }

  /**
   * Sets what is to be passed on as it came.
   *
   * @param value {@code baggage}, valid and bounded, or null
   */
  public void baggage(@Nullable String value) {
    baggage = value;
  }

  /**
   * A random id for a span.
   *
   * @return not 0
   */
  public static long newSpanId() {
    return notZero(ThreadLocalRandom.current().nextLong());
  }

  /**
   * The ids of a span of this trace. Allocates; for rare use.
   *
   * @param ofSpan the span, not 0
   * @return a copy, which the next use of this does not touch
   */
  public SpanPlace place(long ofSpan) {
    return new SpanPlace(traceHigh, traceLow, ofSpan);
  }

  private static long notZero(long id) {
    return id == 0 ? 1 : id;
  }

  /**
   * The upper half of the trace's id.
   *
   * @return 64 bits
   */
  public long traceHigh() {
    return traceHigh;
  }

  /**
   * The lower half of the trace's id; random if the trace began here.
   *
   * @return 64 bits
   */
  public long traceLow() {
    return traceLow;
  }

  /**
   * The id of the request's own span.
   *
   * @return not 0
   */
  public long spanId() {
    return spanId;
  }

  /**
   * The span upstream that called.
   *
   * @return 0 if the trace began here
   */
  public long parentSpanId() {
    return parentSpanId;
  }

  /**
   * Whether upstream said that it records this trace.
   *
   * @return false if the trace began here
   */
  public boolean upstreamSampled() {
    return upstreamSampled;
  }

  /**
   * Whether upstream wants this trace recorded by all; it is sampled then.
   *
   * @return false if the trace began here
   */
  public boolean isDebug() {
    return debug;
  }

  /**
   * Whether the lower 56 bits of the trace's id are known to be random.
   *
   * @return true if the trace began here
   */
  public boolean isRandom() {
    return random;
  }

  /**
   * Whether another service was told that this trace is sampled.
   *
   * @return false until then
   */
  public boolean toldSampled() {
    return toldSampled;
  }

  /** Remembers that another service is told that this trace is sampled. */
  public void tellSampled() {
    toldSampled = true;
  }

  /**
   * {@code tracestate} as it came.
   *
   * @return null if there was none
   */
  public @Nullable String traceState() {
    return traceState;
  }

  /**
   * {@code baggage} as it came.
   *
   * @return null if there was none
   */
  public @Nullable String baggage() {
    return baggage;
  }
}
