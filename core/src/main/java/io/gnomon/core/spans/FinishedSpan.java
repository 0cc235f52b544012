package io.gnomon.core.spans;

import io.gnomon.core.attributes.AttributeSet;
import org.jspecify.annotations.Nullable;

/** One span of a kept trace, as it is to be told. Immutable. */
public final class FinishedSpan {

  private final SpanKind kind;
  private final String name;
  private final long traceHigh;
  private final long traceLow;
  private final long spanId;
  private final long parentSpanId;
  private final boolean parentRemote;
  private final @Nullable String traceState;
  private final long startEpochNanos;
  private final long endEpochNanos;
  private final boolean failed;
  private final AttributeSet attributes;

  /**
   * A span.
   *
   * @param kind SERVER, CLIENT or INTERNAL
   * @param name by the conventions
   * @param traceHigh upper half of the trace's id
   * @param traceLow lower half of the trace's id
   * @param spanId not 0
   * @param parentSpanId 0 for none
   * @param parentRemote whether the parent is a span of another service
   * @param traceState the W3C header as it came, or null
   * @param startEpochNanos when it started, nanoseconds since the epoch
   * @param endEpochNanos when it ended, not before its start
   * @param failed whether its status is ERROR
   * @param attributes by the conventions, {@code error.type} among them if it failed
   */
  public FinishedSpan(
      SpanKind kind,
      String name,
      long traceHigh,
      long traceLow,
      long spanId,
      long parentSpanId,
      boolean parentRemote,
      @Nullable String traceState,
      long startEpochNanos,
      long endEpochNanos,
      boolean failed,
      AttributeSet attributes) {
    this.kind = kind;
    this.name = name;
    this.traceHigh = traceHigh;
    this.traceLow = traceLow;
    this.spanId = spanId;
    this.parentSpanId = parentSpanId;
    this.parentRemote = parentRemote;
    this.traceState = traceState;
    this.startEpochNanos = startEpochNanos;
    this.endEpochNanos = endEpochNanos;
    this.failed = failed;
    this.attributes = attributes;
  }

  /**
   * What it stands for.
   *
   * @return SERVER, CLIENT or INTERNAL
   */
  public SpanKind kind() {
    return kind;
  }

  /**
   * Its name.
   *
   * @return by the conventions
   */
  public String name() {
    return name;
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
   * The lower half of the trace's id.
   *
   * @return 64 bits
   */
  public long traceLow() {
    return traceLow;
  }

  /**
   * Its id.
   *
   * @return not 0
   */
  public long spanId() {
    return spanId;
  }

  /**
   * The id of the span around it.
   *
   * @return 0 if there is none
   */
  public long parentSpanId() {
    return parentSpanId;
  }

  /**
   * Whether the parent is a span of another service.
   *
   * @return false if there is no parent
   */
  public boolean parentRemote() {
    return parentRemote;
  }

  /**
   * {@code tracestate}.
   *
   * @return null if there was none
   */
  public @Nullable String traceState() {
    return traceState;
  }

  /**
   * When it started.
   *
   * @return nanoseconds since the epoch
   */
  public long startEpochNanos() {
    return startEpochNanos;
  }

  /**
   * When it ended.
   *
   * @return nanoseconds since the epoch
   */
  public long endEpochNanos() {
    return endEpochNanos;
  }

  /**
   * Whether its status is ERROR.
   *
   * @return false for UNSET
   */
  public boolean failed() {
    return failed;
  }

  /**
   * What is known of it.
   *
   * @return by the conventions
   */
  public AttributeSet attributes() {
    return attributes;
  }
}
